package io.lvxiaoshen.platform.audit;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recorded log that is to be checked: the database's, or an exported one. Read from the beginning, maybe twice. */
interface Ledger {

    /**
     * A place in the tree.
     *
     * @param place its number, from 0
     * @param entries what stands there: one entry if all is well; null for one that cannot be read
     * @param recorded the leaf's digest as recorded beside the entry; null if it is gone
     */
    record Place(long place, List<@Nullable AuditEntry> entries, byte @Nullable [] recorded) {}

    /** Returns the places in ascending order; one without an entry and without a digest may be left out. */
    Iterator<Place> places();

    /** Returns the heads in ascending order of their sizes. */
    Iterator<TreeHead> heads();

    /** Returns whether a head is signed with a key of the log. */
    boolean isSigned(TreeHead head);

    /** Takes a subtree above the leaves as it should be; returns whether it is recorded so, or not recorded at all. */
    boolean isRecorded(int level, long number, byte[] digest);

    /** Returns how many subtrees are recorded that a tree of this size does not have. */
    long surplusSubtrees(long size);
}
