package io.lvxiaoshen.knowledge.library;

/** How far a document has come. */
public enum Stage {
    /** Waits to be parsed. */
    QUEUED,
    /** Is being parsed. */
    PARSING,
    /** Its chunks are stored and wait for the index. */
    INDEXING,
    /** Search finds it. */
    SEARCHABLE,
    /** The file itself cannot be used; its bytes are not kept. */
    REJECTED,
    /** We could not; trying again makes sense. */
    FAILED
}
