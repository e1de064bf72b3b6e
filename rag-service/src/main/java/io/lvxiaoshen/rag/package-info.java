/**
 * Evidence for questions: indexes the chunks of knowledge bases (keywords and vectors) and finds the passages that
 * answer, each with its document, article and character range.
 */
@ApplicationModule(
        displayName = "Retrieval",
        allowedDependencies = {"platform", "platform::event", "models", "knowledge"})
@NullMarked
package io.lvxiaoshen.rag;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
