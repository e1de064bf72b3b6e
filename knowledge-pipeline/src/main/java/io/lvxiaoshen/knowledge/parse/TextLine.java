package io.lvxiaoshen.knowledge.parse;

import org.jspecify.annotations.Nullable;

/**
 * A line as it stands on the page.
 *
 * @param full it reaches the right margin, so its paragraph may go on in the next line
 * @param begins its place on the page shows that it begins a paragraph
 */
record TextLine(
        String text, boolean full, boolean begins, @Nullable Integer page) {}
