package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers what the security filters refuse with the same problem details as everything else. */
@Component
class ProblemEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final HandlerExceptionResolver resolver;

    ProblemEntryPoint(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) {
        resolve(
                request,
                response,
                new ProblemException(HttpStatus.UNAUTHORIZED, "not-signed-in", "您尚未登录，或登录已过期。", "请重新登录。"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal) {
        resolve(
                request,
                response,
                refusal instanceof CsrfException
                        ? new ProblemException(HttpStatus.FORBIDDEN, "csrf-refused", "页面已过期，请求未被接受。", "请刷新页面后重试。")
                        : new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "您没有进行此操作的权限。", "如有需要，请联系系统管理员。"));
    }

    private void resolve(HttpServletRequest request, HttpServletResponse response, ProblemException problem) {
        resolver.resolveException(request, response, null, problem);
    }
}
