package io.lvxiaoshen.knowledge.parse;

/**
 * A line of a PDF page; lengths in points, from the page's top left.
 *
 * @param page from 1
 * @param left where its first character begins
 * @param right where its last character ends
 * @param bottom its baseline
 * @param size of its largest font
 * @param height of the page
 */
record PdfLine(int page, String text, float left, float right, float bottom, float size, float height) {}
