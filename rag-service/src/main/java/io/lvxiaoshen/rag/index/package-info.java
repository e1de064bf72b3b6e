/**
 * The embedded index: Chinese analysis, one Lucene index per knowledge base, and the search that fuses keywords and
 * meaning. Needs no Spring, so that figures are measured on exactly what runs.
 */
@NullMarked
package io.lvxiaoshen.rag.index;

import org.jspecify.annotations.NullMarked;
