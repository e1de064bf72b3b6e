package io.lvxiaoshen.platform.crypto;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where keys are kept.
 *
 * @param rootKeyFile file with the root key; without it {@code keys/root.key} in the data folder. Nodes that share a
 *     database share the root key: give each the same file
 */
@ConfigurationProperties("lvxiaoshen.platform.crypto")
record CryptoProperties(@Nullable Path rootKeyFile) {}
