package io.lvxiaoshen.platform.permission;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Matches requests to endpoints of the interface that are declared open, for the filters that come before any handler. */
@Component
public class OpenEndpoints implements RequestMatcher {
    private final EndpointDeclarations declarations;
    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;
    /** Found at the first request: the mappings are made after the filters. */
    private final SingletonSupplier<List<RequestMatcher>> open = SingletonSupplier.of(this::find);

    OpenEndpoints(EndpointDeclarations declarations, ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        this.declarations = declarations;
        this.mappings = mappings;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return open.obtain().stream().anyMatch(matcher -> matcher.matches(request));
    }

    private List<RequestMatcher> find() {
        List<RequestMatcher> found = new ArrayList<>();
        mappings.stream()
                .map(RequestMappingInfoHandlerMapping::getHandlerMethods)
                .map(Map::entrySet)
                .flatMap(Set::stream)
                .forEach(entry -> add(found, entry.getKey(), entry.getValue()));
        return List.copyOf(found);
    }

    private void add(List<RequestMatcher> found, RequestMappingInfo mapping, HandlerMethod handler) {
        PathPatternRequestMatcher.Builder matchers = PathPatternRequestMatcher.withDefaults();
        for (String pattern : mapping.getPatternValues()) {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            for (RequestMethod method : methods) {
                if (declarations.of(handler, method.name(), pattern).kind() == Declaration.Kind.OPEN) {
                    found.add(matchers.matcher(HttpMethod.valueOf(method.name()), pattern));
                }
            }
        }
    }
}
