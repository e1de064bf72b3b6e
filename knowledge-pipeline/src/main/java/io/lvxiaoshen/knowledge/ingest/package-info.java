/** The way of each document through its stages, as durable jobs and listeners. */
@NullMarked
package io.lvxiaoshen.knowledge.ingest;

import org.jspecify.annotations.NullMarked;
