/**
 * Keeps the indexes in step with the stored documents: listens to what happens to documents, does the work in durable
 * jobs, and reconciles at every start.
 */
@NullMarked
package io.lvxiaoshen.rag.indexing;

import org.jspecify.annotations.NullMarked;
