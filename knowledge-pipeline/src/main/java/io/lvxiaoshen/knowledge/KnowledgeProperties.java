package io.lvxiaoshen.knowledge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the knowledge pipeline; the application starts with none set.
 *
 * @param maxFileSize largest file that is accepted
 * @param maxCharacters most characters of text in one file
 * @param maxInflatedSize most that a zip-based document may unpack to
 * @param parseTimeout longest time that reading one file may take
 * @param chunkTarget length up to which neighbouring paragraphs outside of articles are put together, in characters
 * @param chunkMaximum longest chunk, in characters
 */
@ConfigurationProperties("lvxiaoshen.knowledge")
public record KnowledgeProperties(
        @DefaultValue("64MB") DataSize maxFileSize,
        @DefaultValue("20000000") int maxCharacters,
        @DefaultValue("512MB") DataSize maxInflatedSize,
        @DefaultValue("60s") Duration parseTimeout,
        @DefaultValue("400") int chunkTarget,
        @DefaultValue("500") int chunkMaximum) {

    ReadingLimits readingLimits(int threads) {
        return new ReadingLimits(
                maxFileSize.toBytes(), maxCharacters, maxInflatedSize.toBytes(), parseTimeout, threads);
    }

    ChunkSizes chunkSizes() {
        return new ChunkSizes(chunkTarget, chunkMaximum);
    }
}
