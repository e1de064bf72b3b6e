package io.lvxiaoshen.rag;

import io.lvxiaoshen.models.TextEmbedder;
import io.lvxiaoshen.rag.index.ChunkIndexes;
import io.lvxiaoshen.rag.index.HybridSearch;
import io.lvxiaoshen.rag.index.RetrievalSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RagProperties.class)
class RagConfiguration {

    @Bean
    ChunkIndexes chunkIndexes(
            RagProperties properties, TextEmbedder embedder, @Value("${lvxiaoshen.platform.data:./data}") Path data)
            throws IOException {
        Path folder = properties.folder() == null ? data.resolve("index") : properties.folder();
        return new ChunkIndexes(folder, embedder.model());
    }

    @Bean
    EvidenceSearch evidenceSearch(ChunkIndexes indexes, TextEmbedder embedder) {
        return new LuceneEvidenceSearch(indexes, new HybridSearch(RetrievalSettings.DEFAULT), embedder);
    }
}
