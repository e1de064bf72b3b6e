package io.lvxiaoshen;

import io.lvxiaoshen.platform.permission.Declaration;
import io.lvxiaoshen.platform.permission.EndpointDeclarations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint of the assembled application, whoever brought it, with what it declares. */
final class Endpoints {
    private final ObjectProvider<HandlerMapping> mappings;
    private final EndpointDeclarations declarations;

    /** One way to reach a handler. */
    record Endpoint(String method, String pattern, Declaration declaration) {}

    Endpoints(ObjectProvider<HandlerMapping> mappings, EndpointDeclarations declarations) {
        this.mappings = mappings;
        this.declarations = declarations;
    }

    List<Endpoint> all() {
        List<Endpoint> all = new ArrayList<>();
        for (HandlerMapping mapping : (Iterable<HandlerMapping>) mappings.stream()::iterator) {
            if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
                methods.getHandlerMethods().forEach((info, handler) -> add(all, info, handler));
            } else if (mapping instanceof RouterFunctionMapping router) {
                RouterFunction<?> function = router.getRouterFunction();
                if (function != null) {
                    function.accept(new Routes(all));
                }
            } else if (mapping instanceof AbstractUrlHandlerMapping urls) {
                urls.getHandlerMap().forEach((path, handler) -> all.add(endpoint(handler, "GET", path)));
                Object root = urls.getRootHandler();
                if (root != null) {
                    all.add(endpoint(root, "GET", "/"));
                }
            } else {
                throw new AssertionError("nobody told what " + mapping + " brings");
            }
        }
        all.sort(Comparator.comparing(Endpoint::pattern).thenComparing(Endpoint::method));
        return all;
    }

    private void add(List<Endpoint> all, RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (String pattern : info.getPatternValues()) {
            if (methods.isEmpty()) {
                all.add(endpoint(handler, "GET", pattern));
            }
            methods.forEach(method -> all.add(endpoint(handler, method.name(), pattern)));
        }
    }

    private Endpoint endpoint(Object handler, String method, String pattern) {
        return new Endpoint(method, pattern, declarations.of(handler, method, pattern));
    }

    /** Collects what routes lead to. */
    private final class Routes implements RouterFunctions.Visitor {
        private final List<Endpoint> all;

        Routes(List<Endpoint> all) {
            this.all = all;
        }

        @Override
        public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
            all.add(endpoint(handler, "GET", String.valueOf(predicate)));
        }

        @Override
        public void startNested(RequestPredicate predicate) {}

        @Override
        public void endNested(RequestPredicate predicate) {}

        @Override
        public void resources(Function<ServerRequest, Optional<Resource>> lookup) {
            throw new AssertionError("resources are not brought by routes");
        }

        @Override
        public void attributes(Map<String, Object> attributes) {}

        @Override
        public void unknown(RouterFunction<?> function) {
            throw new AssertionError("nobody told where " + function + " leads");
        }
    }
}
