package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Ends sessions that have lasted long enough, and keeps those whose password someone else knows from anything but changing
 * it.
 */
class SessionGuard extends OncePerRequestFilter {
    private static final String SESSION = "/api/session";
    private static final String PASSWORD = "/api/account/password";

    private final Duration longest;
    private final Clock clock;
    private final HandlerExceptionResolver resolver;

    SessionGuard(Duration longest, Clock clock, HandlerExceptionResolver resolver) {
        this.longest = longest;
        this.clock = clock;
        this.resolver = resolver;
    }

    /**
     * Pages and their files are open to all; looking up the session for each would cost and tell nothing. Who shows a token
     * is judged by that.
     */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return ApiTokenFilter.showsToken(request) || !path.startsWith("/api/") && !path.startsWith("/actuator");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (session != null && authentication != null && authentication.getPrincipal() instanceof Caller) {
            SessionFacts facts = SessionFacts.of(request);
            if (facts == null || facts.signedInAt().plus(longest).isBefore(clock.instant())) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            } else if (facts.mustChangePassword() && !isOpen(request.getServletPath())) {
                resolver.resolveException(
                        request,
                        response,
                        null,
                        new ProblemException(
                                HttpStatus.FORBIDDEN, "password-change-required", "您的密码是初始密码或已过期。", "请先修改密码，再继续使用。"));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isOpen(String path) {
        return path.equals(SESSION) || path.equals(PASSWORD);
    }
}
