package io.lvxiaoshen.models;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which models run, and how.
 *
 * @param embedding name of the registered model that embeds text; changing it makes every index be built anew
 * @param threads threads that one inference may use, at least 1; more than 1 pays only where inferences do not run side
 *     by side
 */
@ConfigurationProperties("lvxiaoshen.models")
record ModelsProperties(
        @DefaultValue(ModelRegistry.DEFAULT_EMBEDDING) String embedding,
        @DefaultValue("1") int threads) {}
