package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.crypto.Sm3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Merkle tree over a growing list (RFC 9162, section 2.1, with SM3 in place of SHA-256), read through its perfect
 * subtrees. A perfect subtree never changes once its last leaf is there, so it is stored for good.
 */
final class MerkleTree {
    /** The digest of nothing: the head of an empty tree. */
    static final byte[] EMPTY = Sm3.digest();

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final Subtrees subtrees;

    MerkleTree(Subtrees subtrees) {
        this.subtrees = subtrees;
    }

    /** Where perfect subtrees come from. */
    interface Subtrees {
        /**
         * Returns the digest of a perfect subtree.
         *
         * @param level its height; it has 2^level leaves
         * @param index its number among those of its height; it begins at leaf index · 2^level
         */
        byte[] digest(int level, long index);
    }

    static byte[] leaf(byte[] data) {
        return Sm3.digest(LEAF, data);
    }

    static byte[] node(byte[] left, byte[] right) {
        return Sm3.digest(NODE, left, right);
    }

    /** Returns the head of the tree over the first {@code size} leaves. */
    byte[] head(long size) {
        return size == 0 ? EMPTY.clone() : range(0, size);
    }

    /** Returns what proves that a leaf is in the tree over the first {@code size} leaves: digests from the leaf up. */
    List<byte[]> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("leaf " + leaf + " is not among " + size);
        }
        List<byte[]> path = new ArrayList<>();
        path(leaf, 0, size, path);
        return path;
    }

    /** Returns what proves that the tree over {@code older} leaves is the beginning of that over {@code newer}. */
    List<byte[]> consistency(long older, long newer) {
        if (older < 1 || older > newer) {
            throw new IllegalArgumentException("no tree of " + older + " leaves within " + newer);
        }
        List<byte[]> proof = new ArrayList<>();
        if (older < newer) {
            subproof(older, 0, newer, true, proof);
        }
        return proof;
    }

    /** Returns whether a proof shows that a leaf stands at its place in the tree with this head (RFC 9162, 2.1.3.2). */
    static boolean provesInclusion(byte[] leafDigest, long leaf, long size, List<byte[]> proof, byte[] head) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        long fn = leaf;
        long sn = size - 1;
        byte[] digest = leafDigest;
        for (byte[] step : proof) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                digest = node(step, digest);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                digest = node(digest, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(digest, head);
    }

    /** Returns whether a proof shows that the tree with the older head is the beginning of the newer (RFC 9162, 2.1.4.2). */
    static boolean provesConsistency(long older, long newer, List<byte[]> proof, byte[] olderHead, byte[] newerHead) {
        if (older < 1 || older > newer) {
            return false;
        }
        if (older == newer) {
            return proof.isEmpty() && Arrays.equals(olderHead, newerHead);
        }
        List<byte[]> steps = new ArrayList<>(proof);
        if (Long.bitCount(older) == 1) {
            steps.add(0, olderHead);
        }
        if (steps.isEmpty()) {
            return false;
        }
        long fn = older - 1;
        long sn = newer - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = steps.get(0);
        byte[] sr = fr;
        for (byte[] step : steps.subList(1, steps.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = node(step, fr);
                sr = node(step, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = node(sr, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, olderHead) && Arrays.equals(sr, newerHead);
    }

    private byte[] range(long begin, long end) {
        long leaves = end - begin;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return subtrees.digest(level, begin >> level);
        }
        long middle = begin + Long.highestOneBit(leaves);
        return node(range(begin, middle), range(middle, end));
    }

    private void path(long leaf, long begin, long end, List<byte[]> path) {
        if (end - begin == 1) {
            return;
        }
        long middle = begin + Long.highestOneBit(end - begin - 1);
        if (leaf < middle) {
            path(leaf, begin, middle, path);
            path.add(range(middle, end));
        } else {
            path(leaf, middle, end, path);
            path.add(range(begin, middle));
        }
    }

    private void subproof(long older, long begin, long end, boolean known, List<byte[]> proof) {
        if (older == end) {
            if (!known) {
                proof.add(range(begin, end));
            }
            return;
        }
        long middle = begin + Long.highestOneBit(end - begin - 1);
        if (older <= middle) {
            subproof(older, begin, middle, known, proof);
            proof.add(range(middle, end));
        } else {
            subproof(older, middle, end, false, proof);
            proof.add(range(begin, middle));
        }
    }
}
