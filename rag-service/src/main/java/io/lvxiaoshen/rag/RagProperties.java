package io.lvxiaoshen.rag;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How evidence is found.
 *
 * @param folder where the indexes stand; below the platform's data folder unless set
 */
@ConfigurationProperties("lvxiaoshen.rag")
record RagProperties(@Nullable Path folder) {}
