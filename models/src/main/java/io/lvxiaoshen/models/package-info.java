/**
 * The only place that loads a model: the registry of weights (licence, digest, tensor contract) and the inference
 * sessions that all modules share.
 */
@ApplicationModule(
        displayName = "Models",
        allowedDependencies = {"platform", "platform::event"})
@NullMarked
package io.lvxiaoshen.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
