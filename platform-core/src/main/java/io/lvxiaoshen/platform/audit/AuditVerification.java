package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.audit.AuditCheck.Report;
import io.lvxiaoshen.platform.audit.AuditFinding.Kind;
import io.lvxiaoshen.platform.crypto.CryptoService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Checks the log in the database from its first entry to the last head. */
@Service
class AuditVerification {
    private final AuditStore store;
    private final HeadWitness witness;
    private final CryptoService crypto;

    AuditVerification(AuditStore store, HeadWitness witness, CryptoService crypto) {
        this.store = store;
        this.witness = witness;
        this.crypto = crypto;
    }

    /** Checks the log as it stands at one moment, while it goes on growing. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report verify() {
        // Before the first look at the database, which must not be older than what was seen.
        Optional<TreeHead> seen = witness.last();
        Report report = AuditCheck.of(new StoredLedger(store, crypto));
        List<AuditFinding> findings = new ArrayList<>(report.findings());
        store.forged(AuditCheck.MOST_FINDINGS)
                .forEach(id -> findings.add(new AuditFinding(Kind.INSERTED, -1, "记录 " + id + " 不是本系统写入的，或写入后立即被改动。")));
        seen.ifPresent(head -> compare(head, findings));
        return new Report(report.entries(), report.heads(), List.copyOf(findings));
    }

    private void compare(TreeHead seen, List<AuditFinding> findings) {
        List<TreeHead> stored = store.heads(seen.size() - 1, 1);
        boolean there = !stored.isEmpty()
                && stored.get(0).size() == seen.size()
                && Arrays.equals(stored.get(0).root(), seen.root());
        if (!there) {
            findings.add(new AuditFinding(
                    Kind.REMOVED, seen.size() - 1, "本机记得审计日志曾有 " + seen.size() + " 条，数据库中已没有那时的树头：日志被截短或整个换成了旧的。"));
        }
    }
}
