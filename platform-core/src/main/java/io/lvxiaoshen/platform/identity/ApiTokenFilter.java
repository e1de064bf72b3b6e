package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets programs in that show a token. Whoever shows one is judged by it alone: a session that comes with the same request
 * counts for nothing, since such requests are not asked for the token against forgery.
 */
class ApiTokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final Accounts accounts;
    private final HandlerExceptionResolver resolver;

    ApiTokenFilter(ApiTokens tokens, Accounts accounts, HandlerExceptionResolver resolver) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.resolver = resolver;
    }

    /** Returns whether a request shows a token, good or bad. */
    static boolean showsToken(HttpServletRequest request) {
        return secret(request) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String secret = secret(request);
        if (secret == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiTokens.Use> use = tokens.use(secret);
        Optional<Account> account =
                use.flatMap(used -> accounts.find(used.account())).filter(Account::enabled);
        if (use.isEmpty() || account.isEmpty()) {
            refuse(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "token-invalid",
                    "访问令牌无效、已过期或已撤销。",
                    "请使用有效的令牌，或登录后新建一个。");
        } else if (!use.get().covers(request.getMethod(), request.getServletPath())) {
            refuse(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "token-scope-missing",
                    "该访问令牌的权限范围不包含此操作。",
                    "请使用范围合适的令牌，或登录后操作。");
        } else {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    new ApiTokenAuthentication(account.get().caller(), use.get().token()));
            SecurityContextHolder.setContext(context);
            chain.doFilter(request, response);
        }
    }

    /** A request that is served asynchronously comes back on another thread, where it has to be let in once more. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code,
            String message,
            String hint) {
        SecurityContextHolder.clearContext();
        resolver.resolveException(request, response, null, new ProblemException(status, code, message, hint));
    }

    private static @Nullable String secret(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
