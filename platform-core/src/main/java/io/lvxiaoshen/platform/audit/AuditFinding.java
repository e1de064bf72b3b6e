package io.lvxiaoshen.platform.audit;

/**
 * Something that is not as it was recorded.
 *
 * @param kind what was done to it
 * @param leaf place in the tree where it shows; −1 if it has none
 * @param what in words, for a person
 */
public record AuditFinding(Kind kind, long leaf, String what) {

    /** What was done. */
    public enum Kind {
        /** An entry says something else than was recorded. */
        CHANGED,

        /** An entry is gone. */
        REMOVED,

        /** An entry stands where none was recorded. */
        INSERTED,

        /** An entry stands in another's place. */
        MOVED,

        /** The tree itself was tampered with. */
        TREE,

        /** A head is not signed by the log, or does not fit the entries. */
        HEAD
    }
}
