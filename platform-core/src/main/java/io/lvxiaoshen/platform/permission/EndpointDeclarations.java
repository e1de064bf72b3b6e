package io.lvxiaoshen.platform.permission;

import java.lang.reflect.AnnotatedElement;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.mvc.Controller;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Finds what the handler of a request declares. Our own say it by an annotation on the method; the few that come with the
 * frameworks are named here. Whatever is left declares nothing.
 */
@Component
public class EndpointDeclarations {
    private static final String OWN = "io.lvxiaoshen.";
    private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    /**
     * Returns what a handler declares.
     *
     * @param handler as found by Spring MVC
     * @param httpMethod of the request
     * @param pattern of the handler's mapping, or the request's path where there is none
     */
    public Declaration of(Object handler, String httpMethod, String pattern) {
        if (handler instanceof HandlerMethod method) {
            Declaration declared = annotated(method.getMethod());
            boolean own =
                    ClassUtils.getUserClass(method.getBeanType()).getName().startsWith(OWN);
            return declared.kind() != Declaration.Kind.NONE || own ? declared : ofFramework(pattern);
        }
        if (handler instanceof HandlerFunction<?> function) {
            return annotated(ReflectionUtils.findMethod(function.getClass(), "handle", ServerRequest.class));
        }
        if (handler instanceof ResourceHttpRequestHandler && READING.contains(httpMethod)) {
            // Addresses of the interface that do not exist end here as well.
            return isInterface(pattern) ? Declaration.SIGNED_IN : Declaration.open("文件是页面的组成部分");
        }
        if (handler instanceof ParameterizableViewController && READING.contains(httpMethod)) {
            return Declaration.open("首页本身不含数据");
        }
        if (handler instanceof Controller && READING.contains(httpMethod) && pattern.equals("/")) {
            return Declaration.open("答复说首页只有网页一种格式");
        }
        return Declaration.NONE;
    }

    private static boolean isInterface(String path) {
        return path.startsWith("/api/") || path.startsWith("/actuator");
    }

    private static Declaration annotated(@Nullable AnnotatedElement method) {
        if (method == null) {
            return Declaration.NONE;
        }
        Requires requires = AnnotatedElementUtils.findMergedAnnotation(method, Requires.class);
        Open open = AnnotatedElementUtils.findMergedAnnotation(method, Open.class);
        boolean signedIn = AnnotatedElementUtils.hasAnnotation(method, SignedIn.class);
        int declared = (requires == null ? 0 : 1) + (open == null ? 0 : 1) + (signedIn ? 1 : 0);
        if (declared > 1) {
            throw new IllegalStateException(method + " declares more than one thing");
        }
        if (requires != null) {
            return Declaration.of(requires);
        }
        if (open != null) {
            return Declaration.open(open.value());
        }
        return signedIn ? Declaration.SIGNED_IN : Declaration.NONE;
    }

    private static Declaration ofFramework(String pattern) {
        if (pattern.equals("/error")) {
            return Declaration.open("容器出错时的说明");
        }
        if (pattern.equals("/actuator/health") || pattern.startsWith("/actuator/health/")) {
            return Declaration.open("负载均衡和监控的存活检查，不含细节");
        }
        return pattern.startsWith("/actuator") ? Declaration.permission("operation.read") : Declaration.NONE;
    }
}
