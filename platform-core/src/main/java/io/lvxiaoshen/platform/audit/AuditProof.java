package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.crypto.Sm2PublicKey;
import java.util.List;

/**
 * What proves to anyone with the public key that an entry is in the log.
 *
 * @param entry the entry
 * @param leaf its place
 * @param path digests from the leaf up, see {@link MerkleTree#inclusion}
 * @param head the signed head that they lead to
 */
public record AuditProof(AuditEntry entry, long leaf, List<byte[]> path, TreeHead head) {
    public AuditProof {
        path = List.copyOf(path);
    }

    /** Returns whether the proof holds. */
    public boolean holds(Sm2PublicKey key) {
        return key.verify(head.statement(), head.signature().der())
                && MerkleTree.provesInclusion(entry.leaf(), leaf, head.size(), path, head.root());
    }
}
