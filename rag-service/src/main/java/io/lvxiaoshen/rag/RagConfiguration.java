package io.lvxiaoshen.rag;

import io.lvxiaoshen.models.TextEmbedder;
import io.lvxiaoshen.platform.PlatformProperties;
import io.lvxiaoshen.rag.index.ChunkIndexes;
import io.lvxiaoshen.rag.index.HybridSearch;
import io.lvxiaoshen.rag.index.RetrievalSettings;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RagProperties.class)
class RagConfiguration {

    @Bean
    ChunkIndexes chunkIndexes(PlatformProperties platform, TextEmbedder embedder) throws IOException {
        return new ChunkIndexes(platform.inData("index"), embedder.model());
    }

    @Bean
    EvidenceSearch evidenceSearch(ChunkIndexes indexes, TextEmbedder embedder) {
        return new LuceneEvidenceSearch(indexes, new HybridSearch(RetrievalSettings.DEFAULT), embedder);
    }
}
