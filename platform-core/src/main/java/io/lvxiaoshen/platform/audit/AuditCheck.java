package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.audit.AuditFinding.Kind;
import io.lvxiaoshen.platform.audit.Ledger.Place;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks every entry of a ledger against its leaf, every leaf against the signed heads, and says what was tampered with
 * and where. An entry that was changed alone is found at its place; one that was changed together with its recorded
 * digest is found between the two heads around it.
 */
final class AuditCheck {
    /** More are counted by their absence: whoever finds so many restores from a backup. */
    static final int MOST_FINDINGS = 1000;

    private final Ledger ledger;
    private final List<AuditFinding> findings = new ArrayList<>();
    private final Map<ByteBuffer, Long> strangers = new HashMap<>();
    private final TreeGrowth tree = new TreeGrowth();
    private long entries;
    private long heads;
    private long trusted;
    private boolean broken;

    private AuditCheck(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What came out.
     *
     * @param entries how many entries were looked at
     * @param heads how many heads
     * @param findings what is wrong, at most {@link #MOST_FINDINGS}; empty if nothing
     */
    record Report(long entries, long heads, List<AuditFinding> findings) {
        boolean isClean() {
            return findings.isEmpty();
        }
    }

    static Report of(Ledger ledger) {
        AuditCheck check = new AuditCheck(ledger);
        check.run();
        return new Report(check.entries, check.heads, List.copyOf(check.findings));
    }

    private void run() {
        Iterator<Place> places = ledger.places();
        Iterator<TreeHead> signed = ledger.heads();
        Place next = next(places);
        long end = 0;
        while (signed.hasNext()) {
            TreeHead head = signed.next();
            heads++;
            if (!ledger.isSigned(head)) {
                find(Kind.HEAD, head.size() - 1, "第 " + head.size() + " 条处的树头签名不对：它不是本系统签的，或签名后被改动。");
            }
            if (head.size() <= end) {
                find(Kind.HEAD, head.size() - 1, "树头的顺序不对：条数 " + head.size() + " 出现在 " + end + " 之后。");
                continue;
            }
            if (head.previous() != end) {
                find(Kind.HEAD, head.size() - 1, "第 " + head.size() + " 条处的树头之前少了或多了树头。");
            }
            end = head.size();
            while (tree.size() < end) {
                long place = tree.size();
                while (next != null && next.place() < place) {
                    find(Kind.MOVED, next.place(), "第 " + (next.place() + 1) + " 条不在它应在的位置：顺序被改动，或重复出现。");
                    next = next(places);
                }
                if (next != null && next.place() == place) {
                    take(next);
                    next = next(places);
                } else {
                    missing(place);
                }
            }
            compare(head);
        }
        while (next != null) {
            for (int i = 0; i < next.entries().size(); i++) {
                find(Kind.INSERTED, next.place(), "第 " + (next.place() + 1) + " 条不在任何已签名的树头之内。");
            }
            next = next(places);
        }
        long surplus = ledger.surplusSubtrees(end);
        if (surplus > 0) {
            find(Kind.TREE, end, "审计树中多出 " + surplus + " 个节点。");
        }
        nameTheMoved();
    }

    private static @Nullable Place next(Iterator<Place> places) {
        return places.hasNext() ? places.next() : null;
    }

    private void take(Place place) {
        byte[] recorded = place.recorded();
        if (place.entries().isEmpty()) {
            find(Kind.REMOVED, place.place(), "第 " + (place.place() + 1) + " 条记录被删除。");
        }
        byte[] fallback = null;
        boolean fits = false;
        for (AuditEntry entry : place.entries()) {
            entries++;
            byte[] leaf = entry == null ? null : entry.leaf();
            if (leaf != null && recorded != null && !fits && Arrays.equals(leaf, recorded)) {
                fits = true;
            } else if (recorded == null) {
                fallback = leaf;
            } else if (place.entries().size() > 1) {
                find(Kind.INSERTED, place.place(), "第 " + (place.place() + 1) + " 条处多出一条记录。");
            } else {
                if (leaf != null) {
                    strangers.put(ByteBuffer.wrap(leaf), place.place());
                }
                find(Kind.CHANGED, place.place(), "第 " + (place.place() + 1) + " 条记录的内容被改动。");
            }
        }
        if (recorded == null) {
            find(Kind.TREE, place.place(), "第 " + (place.place() + 1) + " 条的叶摘要被删除。");
        }
        grow(recorded != null ? recorded : fallback != null ? fallback : MerkleTree.EMPTY);
    }

    private void missing(long place) {
        find(Kind.REMOVED, place, "第 " + (place + 1) + " 条记录连同它的摘要被删除。");
        grow(MerkleTree.EMPTY);
    }

    private void grow(byte[] leaf) {
        tree.add(leaf, (level, number, digest) -> {
            // Above a leaf that is known to be wrong nothing is as recorded: that is no finding of its own.
            if (level > 0 && !broken && !ledger.isRecorded(level, number, digest)) {
                find(Kind.TREE, number << level, "审计树中第 " + level + " 层第 " + number + " 个节点被改动。");
            }
        });
    }

    private void compare(TreeHead head) {
        if (broken) {
            return;
        }
        if (Arrays.equals(tree.head(), head.root())) {
            trusted = head.size();
        } else {
            broken = true;
            find(Kind.HEAD, trusted, "第 " + (trusted + 1) + " 至 " + head.size() + " 条与签名的树头不符：其中有记录连同摘要被改动。之后的树头无从核对。");
        }
    }

    /** An entry that does not fit its own place but another's was moved. */
    private void nameTheMoved() {
        if (strangers.isEmpty()) {
            return;
        }
        for (Iterator<Place> places = ledger.places(); places.hasNext(); ) {
            Place place = places.next();
            Long at = place.recorded() == null ? null : strangers.get(ByteBuffer.wrap(place.recorded()));
            if (at != null) {
                findings.replaceAll(finding -> finding.leaf() == at && finding.kind() == Kind.CHANGED
                        ? new AuditFinding(
                                Kind.MOVED, at, "第 " + (at + 1) + " 条处放着原属第 " + (place.place() + 1) + " 条的记录：顺序被改动。")
                        : finding);
            }
        }
    }

    private void find(Kind kind, long leaf, String what) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new AuditFinding(kind, leaf, what));
        }
    }
}
