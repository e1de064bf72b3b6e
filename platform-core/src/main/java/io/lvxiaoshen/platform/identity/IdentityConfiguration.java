package io.lvxiaoshen.platform.identity;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Settings of identity, and of the framework's sessions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class IdentityConfiguration {

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleTime(IdentityProperties properties) {
        return repository -> repository.setDefaultMaxInactiveInterval(properties.sessionIdle());
    }
}
