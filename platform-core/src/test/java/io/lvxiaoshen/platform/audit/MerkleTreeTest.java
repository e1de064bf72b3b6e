package io.lvxiaoshen.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against the definition of RFC 9162, written down word by word. */
class MerkleTreeTest {
    private final Map<String, byte[]> stored = new HashMap<>();

    @Property(tries = 300)
    void growsToTheDefinedHead(@ForAll @IntRange(min = 0, max = 300) int size) {
        TreeGrowth growth = grow(size);
        assertThat(growth.head()).isEqualTo(defined(leaves(size)));
        assertThat(tree().head(size)).isEqualTo(defined(leaves(size)));
        assertThat(new TreeGrowth(size, (level, number) -> Objects.requireNonNull(stored.get(level + " " + number)))
                        .head())
                .isEqualTo(growth.head());
    }

    @Property(tries = 300)
    void provesEachLeafAndNoOther(
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll @IntRange(min = 0, max = 299) int someLeaf,
            @ForAll @IntRange(min = 0, max = 299) int other) {
        int leaf = someLeaf % size;
        byte[] head = grow(size).head();
        List<byte[]> proof = tree().inclusion(leaf, size);
        assertThat(MerkleTree.provesInclusion(digest(leaf), leaf, size, proof, head))
                .isTrue();
        if (other != leaf) {
            assertThat(MerkleTree.provesInclusion(digest(other), leaf, size, proof, head))
                    .isFalse();
            assertThat(MerkleTree.provesInclusion(digest(leaf), other, size, proof, head))
                    .isFalse();
        }
        if (!proof.isEmpty()) {
            assertThat(MerkleTree.provesInclusion(digest(leaf), leaf, size, proof.subList(1, proof.size()), head))
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void provesThatAnOlderTreeIsTheBeginningOfANewer(
            @ForAll @IntRange(min = 1, max = 300) int newer, @ForAll @IntRange(min = 0, max = 299) int some) {
        int older = some % newer + 1;
        byte[] head = grow(newer).head();
        byte[] olderHead = defined(leaves(older));
        List<byte[]> proof = tree().consistency(older, newer);
        assertThat(MerkleTree.provesConsistency(older, newer, proof, olderHead, head))
                .isTrue();
        byte[] wrong = olderHead.clone();
        wrong[some % 32] ^= 1;
        assertThat(MerkleTree.provesConsistency(older, newer, proof, wrong, head))
                .isFalse();
    }

    private TreeGrowth grow(int size) {
        stored.clear();
        TreeGrowth growth = new TreeGrowth();
        for (int i = 0; i < size; i++) {
            growth.add(digest(i), (level, number, digest) -> stored.put(level + " " + number, digest));
        }
        return growth;
    }

    private MerkleTree tree() {
        return new MerkleTree((level, number) -> Objects.requireNonNull(stored.get(level + " " + number)));
    }

    private static List<byte[]> leaves(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(digest(i));
        }
        return leaves;
    }

    private static byte[] digest(int leaf) {
        return MerkleTree.leaf(("entry " + leaf).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] defined(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return MerkleTree.EMPTY;
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return MerkleTree.node(defined(leaves.subList(0, k)), defined(leaves.subList(k, leaves.size())));
    }
}
