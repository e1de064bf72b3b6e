package io.lvxiaoshen.platform.web;

import io.lvxiaoshen.platform.permission.Open;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Answers every page address with the single-page application, whose own router takes it from there. */
@Configuration(proxyBeanMethods = false)
class SinglePageRoutes {
    private static final Resource PAGE = new ClassPathResource("static/index.html");

    @Bean
    RouterFunction<ServerResponse> pages() {
        RequestPredicate page = RequestPredicates.GET("/**")
                .and(RequestPredicates.accept(MediaType.TEXT_HTML))
                .and(request -> isPage(request.path()));
        return RouterFunctions.route(page, new Page());
    }

    /** A class of its own, because the declaration of what it needs stands on its method. */
    private static final class Page implements HandlerFunction<ServerResponse> {
        @Open("页面本身不含数据")
        @Override
        public ServerResponse handle(ServerRequest request) {
            return ServerResponse.ok()
                    .contentType(MediaType.TEXT_HTML)
                    .cacheControl(CacheControl.noCache())
                    .body(PAGE);
        }
    }

    /** A page has no file ending in its last segment and is not part of the programming interface. */
    private static boolean isPage(String path) {
        return !path.startsWith("/api/")
                && !path.startsWith("/actuator")
                && path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
    }
}
