/**
 * Knowledge bases, their documents, and the way of a file from bytes over parsed elements to chunks. Search is not known
 * here: whoever indexes listens to the events of {@code platform.event}.
 */
@ApplicationModule(
        displayName = "Knowledge pipeline",
        allowedDependencies = {"platform", "platform::event", "platform::permission"})
@NullMarked
package io.lvxiaoshen.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
