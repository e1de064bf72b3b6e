/** From parsed elements to passages: articles first, then headings, paragraphs and sentences. */
@NullMarked
package io.lvxiaoshen.knowledge.chunk;

import org.jspecify.annotations.NullMarked;
