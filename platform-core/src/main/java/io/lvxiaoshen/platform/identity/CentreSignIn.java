package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Receives who comes back from the centre: begins a session for the account, or sends the browser to the sign-in page with
 * the problem's code.
 */
class CentreSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    static final String SIGN_IN_PAGE = "/sign-in";

    private static final Logger log = LoggerFactory.getLogger(CentreSignIn.class);

    private final CentreAccounts accounts;
    private final SignInAttempts attempts;
    private final SessionStart start;

    CentreSignIn(CentreAccounts accounts, SignInAttempts attempts, SessionStart start) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.start = start;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        // Until the account is known, nobody is signed in.
        SecurityContextHolder.clearContext();
        if (!(authentication.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("not from the centre: " + authentication.getClass());
        }
        Attempt attempt = Attempt.toSignIn(Means.CENTRE, request);
        try {
            Account account = accounts.of(user);
            attempts.requireOpen(account, true, attempt);
            start.begin(account, Means.CENTRE, request, response);
            response.sendRedirect("/");
        } catch (CentreAccounts.UnknownPersonException e) {
            attempts.failed(null, attempt, e.reason());
            refuse(response, "centre-unknown-person");
        } catch (ProblemException e) {
            refuse(response, e.code());
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        log.warn("统一认证中心的应答未被接受：{}", refusal.getMessage());
        attempts.failed(null, Attempt.toSignIn(Means.CENTRE, request), "answer not accepted");
        refuse(response, "centre-refused");
    }

    private static void refuse(HttpServletResponse response, String code) throws IOException {
        response.sendRedirect(SIGN_IN_PAGE + "?problem=" + code);
    }
}
