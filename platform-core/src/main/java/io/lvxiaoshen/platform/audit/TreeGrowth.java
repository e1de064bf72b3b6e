package io.lvxiaoshen.platform.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Grows a Merkle tree leaf by leaf in memory that grows with its height alone: it holds the perfect subtrees that make up
 * the tree, at most one of each height.
 */
final class TreeGrowth {
    private final List<byte[]> peaks = new ArrayList<>();
    private long size;

    /** Takes every perfect subtree as it is completed. */
    interface Completed {
        void subtree(int level, long index, byte[] digest);
    }

    /** Begins with an empty tree. */
    TreeGrowth() {}

    /** Goes on from a tree of {@code size} leaves. */
    TreeGrowth(long size, MerkleTree.Subtrees subtrees) {
        this.size = size;
        long begin = 0;
        for (int level = 62; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                peaks.add(subtrees.digest(level, begin >> level));
                begin += 1L << level;
            }
        }
    }

    long size() {
        return size;
    }

    /** Adds a leaf and tells of every subtree that it completes, the leaf itself first. */
    void add(byte[] leaf, Completed completed) {
        byte[] digest = leaf;
        completed.subtree(0, size, digest);
        for (int level = 0; (size >> level & 1) == 1; level++) {
            digest = MerkleTree.node(peaks.remove(peaks.size() - 1), digest);
            completed.subtree(level + 1, size >> (level + 1), digest);
        }
        peaks.add(digest);
        size++;
    }

    /** Returns the head of the tree as it stands. */
    byte[] head() {
        if (peaks.isEmpty()) {
            return MerkleTree.EMPTY.clone();
        }
        byte[] digest = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            digest = MerkleTree.node(peaks.get(i), digest);
        }
        return digest;
    }
}
