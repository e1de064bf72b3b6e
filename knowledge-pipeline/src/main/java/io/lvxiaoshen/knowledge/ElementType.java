package io.lvxiaoshen.knowledge;

/** What a piece of a document is. */
public enum ElementType {
    /** A title of some level. */
    HEADING,
    /** Running text. */
    PARAGRAPH,
    /** One entry of a list. */
    LIST_ITEM,
    /** A table, as Markdown. */
    TABLE
}
