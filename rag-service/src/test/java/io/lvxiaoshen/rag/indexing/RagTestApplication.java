package io.lvxiaoshen.rag.indexing;

import io.lvxiaoshen.models.TextEmbedder;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Retrieval over the platform, with documents that live in memory. */
@SpringBootApplication(scanBasePackages = {"io.lvxiaoshen.platform", "io.lvxiaoshen.models", "io.lvxiaoshen.rag"})
class RagTestApplication {

    @Bean
    @Primary
    CountingEmbedder countingEmbedder(TextEmbedder textEmbedder) {
        return new CountingEmbedder(textEmbedder);
    }
}
