package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.audit.AuditStore.Placed;
import io.lvxiaoshen.platform.audit.AuditStore.Subtree;
import io.lvxiaoshen.platform.audit.AuditStore.Waiting;
import io.lvxiaoshen.platform.crypto.CryptoService;
import io.lvxiaoshen.platform.crypto.KeyPurpose;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives entries their places in the tree and signs its head, about twice a second. One node at a time does; places, new
 * subtrees and head are committed together, so that a crash at any moment leaves the tree as it was.
 */
@Component
class HeadSigner implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(HeadSigner.class);
    private static final long LOCK = 0x4c584155444954L;
    private static final int BATCH = 2000;
    private static final long PAUSE_MILLIS = 300;

    private final AuditStore store;
    private final HeadWitness witness;
    private final CryptoService crypto;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService thread;

    HeadSigner(
            AuditStore store,
            HeadWitness witness,
            CryptoService crypto,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
        this.witness = witness;
        this.crypto = crypto;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Places what waits and signs the head; returns how many entries were looked at. */
    int sign() {
        List<TreeHead> signed = new ArrayList<>(1);
        Integer placed = transactions.execute(status -> {
            boolean alone = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query(Boolean.class)
                    .single();
            return alone ? place(signed) : 0;
        });
        signed.forEach(witness::saw);
        return placed == null ? 0 : placed;
    }

    private int place(List<TreeHead> signed) {
        List<Waiting> waiting = store.waiting(BATCH);
        if (waiting.isEmpty()) {
            return 0;
        }
        TreeGrowth tree = grown();
        long previous = tree.size();
        List<Placed> placed = new ArrayList<>(waiting.size());
        List<Subtree> subtrees = new ArrayList<>(2 * waiting.size());
        for (Waiting one : waiting) {
            AuditEntry entry = one.entry();
            if (entry == null) {
                log.error("审计记录 {} 不是本系统写入的，或写入后被改动：不列入审计树", one.id());
                store.markForged(one.id());
            } else {
                placed.add(new Placed(tree.size(), entry));
                tree.add(entry.leaf(), (level, number, digest) -> subtrees.add(new Subtree(level, number, digest)));
            }
        }
        if (placed.isEmpty()) {
            return waiting.size();
        }
        store.place(placed);
        store.addSubtrees(subtrees);
        TreeHead head = signed(tree.size(), previous, tree.head());
        store.addHead(head);
        signed.add(head);
        return waiting.size();
    }

    /** Returns the tree as the last head signed it; signs nothing on top of one that was tampered with. */
    private TreeGrowth grown() {
        Optional<TreeHead> last = store.lastHead();
        if (last.isEmpty()) {
            return new TreeGrowth();
        }
        TreeHead head = last.get();
        TreeGrowth tree = new TreeGrowth(head.size(), store::subtree);
        if (!Arrays.equals(tree.head(), head.root())
                || !crypto.verify(KeyPurpose.AUDIT_HEAD, head.statement(), head.signature())) {
            throw new IllegalStateException("审计树或它的树头在数据库中被改动过");
        }
        return tree;
    }

    private TreeHead signed(long size, long previous, byte[] root) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new TreeHead(
                size,
                previous,
                root,
                now,
                crypto.sign(KeyPurpose.AUDIT_HEAD, TreeHead.statement(size, previous, root, now)));
    }

    private void signAll() {
        try {
            while (sign() == BATCH) {
                log.debug("More entries wait for their places");
            }
        } catch (RuntimeException e) {
            log.error("审计日志的树头签不出来，稍后重试", e);
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "audit-head-signer"));
        started.scheduleWithFixedDelay(this::signAll, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService stopping = thread;
        if (stopping == null) {
            return;
        }
        thread = null;
        stopping.shutdown();
        try {
            if (stopping.awaitTermination(10, TimeUnit.SECONDS)) {
                signAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Stops after the writer has written its last entries. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 500;
    }
}
