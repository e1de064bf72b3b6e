package io.lvxiaoshen.knowledge;

import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.PlatformProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KnowledgeProperties.class)
class KnowledgeConfiguration {

    @Bean(destroyMethod = "close")
    DocumentParser documentParser(KnowledgeProperties properties, PlatformProperties platform) {
        return DocumentParser.within(properties.readingLimits(platform.effectiveJobThreads()));
    }

    @Bean
    Chunker chunker(KnowledgeProperties properties, IdSource ids) {
        return Chunker.of(properties.chunkSizes(), ids);
    }
}
