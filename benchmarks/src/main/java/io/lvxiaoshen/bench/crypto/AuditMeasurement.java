package io.lvxiaoshen.bench.crypto;

import io.lvxiaoshen.bench.TemporaryFolder;
import io.lvxiaoshen.platform.audit.Actor;
import io.lvxiaoshen.platform.audit.AuditEntries;
import io.lvxiaoshen.platform.audit.AuditEvent;
import io.lvxiaoshen.platform.audit.AuditLog;
import io.lvxiaoshen.platform.audit.AuditProof;
import io.lvxiaoshen.platform.crypto.CryptoService;
import io.lvxiaoshen.platform.crypto.KeyPurpose;
import io.lvxiaoshen.platform.crypto.Sm2PublicKey;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appends to an audit log of its own, on a database of its own. */
final class AuditMeasurement {
    private static final int PROOFS = 500;

    private final JdbcClient jdbc;
    private final AuditLog log;
    private final AuditEntries entries;
    private final CryptoService crypto;

    private AuditMeasurement(ConfigurableApplicationContext context) {
        jdbc = context.getBean(JdbcClient.class);
        log = context.getBean(AuditLog.class);
        entries = context.getBean(AuditEntries.class);
        crypto = context.getBean(CryptoService.class);
    }

    static AuditFigures run(int threads, int seconds) throws IOException, InterruptedException {
        try (TemporaryFolder data = TemporaryFolder.create();
                ConfigurableApplicationContext context = new SpringApplicationBuilder(PlatformAlone.class)
                        .bannerMode(Banner.Mode.OFF)
                        .logStartupInfo(false)
                        .run("--server.port=0", "--lvxiaoshen.platform.data=" + data.path())) {
            return new AuditMeasurement(context).measure(threads, seconds);
        }
    }

    private AuditFigures measure(int threads, int seconds) throws InterruptedException {
        append(threads, Math.max(1, seconds / 3), new LongAdder());
        awaitSigned();
        long before = signed();
        LongAdder appended = new LongAdder();
        long started = System.nanoTime();
        double longest = append(threads, seconds, appended);
        double appending = (System.nanoTime() - started) / 1e9;
        awaitSigned();
        double signing = (System.nanoTime() - started) / 1e9;
        List<UUID> some = jdbc.sql(
                        "select id from platform.audit_entry where leaf is not null order by md5(id::text) limit ?")
                .param(PROOFS)
                .query(UUID.class)
                .list();
        long proving = System.nanoTime();
        List<AuditProof> proofs = some.stream().map(entries::prove).toList();
        double proofMicros = (System.nanoTime() - proving) / 1e3 / proofs.size();
        Sm2PublicKey key = crypto.publicKey(
                KeyPurpose.AUDIT_HEAD, crypto.keys(KeyPurpose.AUDIT_HEAD).get(0));
        long checking = System.nanoTime();
        if (!proofs.stream().allMatch(proof -> proof.holds(key))) {
            throw new IllegalStateException("a proof does not hold");
        }
        double verifyMicros = (System.nanoTime() - checking) / 1e3 / proofs.size();
        return new AuditFigures(
                threads,
                appended.sum() / appending,
                (signed() - before) / signing,
                longest,
                proofMicros,
                verifyMicros,
                signed());
    }

    /** Returns the longest that an entry was seen without a head, in milliseconds. */
    private double append(int threads, int seconds, LongAdder appended) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        for (int thread = 0; thread < threads; thread++) {
            workers.execute(() -> {
                while (System.nanoTime() < end) {
                    log.recordNow(
                            Actor.SYSTEM,
                            AuditEvent.done("bench.append", "thing", "42").with(Map.of("名称", "示例")));
                    appended.increment();
                }
            });
        }
        workers.shutdown();
        double longest = 0;
        while (!workers.awaitTermination(100, TimeUnit.MILLISECONDS)) {
            longest = Math.max(longest, unsignedMillis());
        }
        return longest;
    }

    private double unsignedMillis() {
        return jdbc.sql("select coalesce(extract(epoch from clock_timestamp() - min(at)) * 1000, 0)"
                        + " from platform.audit_entry where leaf is null")
                .query(Double.class)
                .single();
    }

    private void awaitSigned() throws InterruptedException {
        while (unsignedMillis() > 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private long signed() {
        return jdbc.sql("select coalesce(max(size), 0) from platform.audit_head")
                .query(Long.class)
                .single();
    }
}
