/** {@code bench ingest}: files to searchable chunks, counted and timed. */
@NullMarked
package io.lvxiaoshen.bench.ingest;

import org.jspecify.annotations.NullMarked;
