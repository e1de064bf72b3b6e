package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.ProblemException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets a request reach its handler only if the caller has what the handler declares; see {@link Requires}. */
final class EndpointGate implements HandlerInterceptor {
    private static final Logger log = LoggerFactory.getLogger(EndpointGate.class);

    private final EndpointDeclarations declarations;
    private final Permissions permissions;
    private final ObjectTypes types;

    EndpointGate(EndpointDeclarations declarations, Permissions permissions, ObjectTypes types) {
        this.declarations = declarations;
        this.permissions = permissions;
        this.types = types;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // The other dispatches go on with, or explain, a request that has come through here.
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            check(request, declarations.of(handler, request.getMethod(), pattern(request)));
        }
        return true;
    }

    private void check(HttpServletRequest request, Declaration declaration) {
        if (declaration.kind() == Declaration.Kind.OPEN) {
            return;
        }
        Caller caller = caller();
        switch (declaration.kind()) {
            case PERMISSION -> checkPermission(request, declaration, caller);
            case NONE -> {
                log.error("{} {} declares nothing and is refused", request.getMethod(), pattern(request));
                throw Permissions.forbidden();
            }
            default -> {}
        }
    }

    private void checkPermission(HttpServletRequest request, Declaration declaration, Caller caller) {
        Permission permission = new Permission(declaration.permission());
        if (declaration.objectType().isEmpty()) {
            if (!permissions.holds(caller, permission)
                    && !(declaration.lists() && permissions.holdsAnywhere(caller, permission))) {
                throw Permissions.forbidden();
            }
            return;
        }
        ObjectType type = types.get(declaration.objectType());
        Optional<ObjectRef> object = type.find(id(request, declaration.idVariable()));
        if (object.isPresent() && permissions.allows(caller, permission, object.get())) {
            return;
        }
        boolean mayLearn = object.isPresent() && !type.secret();
        // In the words of the type that the path names, so that they are the same whether or not there is such an
        // object.
        throw mayLearn || !permissions.holdsAnywhere(caller, permission)
                ? Permissions.forbidden()
                : types.missing(declaration.objectType());
    }

    private static UUID id(HttpServletRequest request, String variable) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        @Nullable Object value = variables instanceof Map<?, ?> map ? map.get(variable) : null;
        if (value == null) {
            throw new IllegalStateException("the path has no variable " + variable);
        }
        try {
            return UUID.fromString(value.toString());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "invalid-request", "提交的内容不完整或格式不正确。", "请检查填写的内容后重试。");
        }
    }

    private static Caller caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new ProblemException(HttpStatus.UNAUTHORIZED, "not-signed-in", "您尚未登录，或登录已过期。", "请重新登录。");
    }

    private static String pattern(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null || pattern.equals("/**") ? request.getServletPath() : pattern.toString();
    }
}
