package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.IdSource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins the session of someone who has proved to be the account's person, by whatever means. */
@Component
class SessionStart {
    private static final int LONGEST_AGENT = 300;

    private final SignInAttempts attempts;
    private final Sessions sessions;
    private final PasswordPolicy policy;
    private final SecurityContextRepository contexts;
    private final IdentityProperties properties;
    private final IdSource ids;
    private final Clock clock;

    SessionStart(
            SignInAttempts attempts,
            Sessions sessions,
            PasswordPolicy policy,
            SecurityContextRepository contexts,
            IdentityProperties properties,
            IdSource ids,
            Clock clock) {
        this.attempts = attempts;
        this.sessions = sessions;
        this.policy = policy;
        this.contexts = contexts;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /** Signs the account in. A session that existed before ends: nobody can have planted it. */
    SessionFacts begin(Account account, Means means, HttpServletRequest request, HttpServletResponse response) {
        attempts.succeeded(account, Attempt.toSignIn(means, request));
        HttpSession session = replaceSession(request);
        if (properties.sessionsPerAccount() > 0) {
            sessions.endOldest(account.username(), properties.sessionsPerAccount() - 1);
        }
        Instant now = clock.instant();
        SessionFacts facts = new SessionFacts(
                ids.next(),
                now,
                now,
                means,
                request.getRemoteAddr(),
                agent(request.getHeader(HttpHeaders.USER_AGENT)),
                mustChangePassword(account, means, now));
        facts.keepIn(session);

        Caller caller = account.caller();
        List<SimpleGrantedAuthority> authorities = caller.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null, authorities));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return facts;
    }

    /** Ends the request's session if it has one, and begins another. */
    static HttpSession replaceSession(HttpServletRequest request) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        return request.getSession(true);
    }

    private boolean mustChangePassword(Account account, Means means, Instant now) {
        return switch (means) {
            case PASSWORD, PASSWORD_AND_CODE ->
                account.mustChangePassword() || policy.isTooOld(account.passwordChangedAt(), now);
            case CERTIFICATE, CENTRE -> false;
        };
    }

    private static String agent(@Nullable String header) {
        if (header == null) {
            return "";
        }
        return header.length() <= LONGEST_AGENT ? header : header.substring(0, LONGEST_AGENT);
    }
}
