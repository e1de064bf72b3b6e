package io.lvxiaoshen.rag;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How evidence is kept ready.
 *
 * @param indexingRetries how often the indexing of a document is tried again before it is given up, at least 0
 * @param indexingRetryDelay how long to wait before the first retry; each further wait is half as long again
 */
@ConfigurationProperties("lvxiaoshen.rag")
public record RagProperties(
        @DefaultValue("5") int indexingRetries,
        @DefaultValue("5s") Duration indexingRetryDelay) {}
