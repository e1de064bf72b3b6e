package io.lvxiaoshen.models;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelsProperties.class)
class ModelsConfiguration {

    @Bean
    ModelRegistry modelRegistry() {
        return ModelRegistry.load();
    }

    @Bean
    InferenceSessions inferenceSessions(ModelsProperties properties) {
        return new InferenceSessions(properties.threads());
    }

    @Bean
    OnnxTextEmbedder textEmbedder(ModelsProperties properties, ModelRegistry registry, InferenceSessions sessions) {
        return OnnxTextEmbedder.open(registry.get(properties.embedding()), sessions);
    }
}
