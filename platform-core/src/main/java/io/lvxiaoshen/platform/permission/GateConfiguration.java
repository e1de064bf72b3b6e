package io.lvxiaoshen.platform.permission;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** Puts the gate before every handler of every mapping, those of the frameworks included. */
@Configuration(proxyBeanMethods = false)
class GateConfiguration {

    @Bean
    MappedInterceptor endpointGate(EndpointDeclarations declarations, Permissions permissions, ObjectTypes types) {
        return new MappedInterceptor(null, new EndpointGate(declarations, permissions, types));
    }
}
