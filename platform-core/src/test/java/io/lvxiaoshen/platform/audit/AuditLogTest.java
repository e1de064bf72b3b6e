package io.lvxiaoshen.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lvxiaoshen.platform.audit.AuditFinding.Kind;
import io.lvxiaoshen.platform.crypto.CryptoService;
import io.lvxiaoshen.platform.crypto.KeyPurpose;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        classes = io.lvxiaoshen.platform.PlatformTestApplication.class,
        properties = "lvxiaoshen.platform.administrator-password=correct horse battery")
class AuditLogTest {
    private static final int TAMPERINGS = 1000;

    @TempDir
    static Path data;

    @Autowired
    AuditLog log;

    @Autowired
    AuditStore store;

    @Autowired
    HeadSigner signer;

    @Autowired
    AuditVerification verification;

    @Autowired
    CryptoService crypto;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) {
        registry.add("lvxiaoshen.platform.data", data::toString);
    }

    /** The signer works in the background too; the test must not meet it half-way. */
    @BeforeEach
    void holdTheSigner() {
        signer.stop();
    }

    @Test
    void recordsInTheTransactionOfTheChangeOrNotAtAll() {
        long before = count();
        transactions.executeWithoutResult(status -> {
            log.record(AuditEvent.done("test.change", "thing", "1"));
            status.setRollbackOnly();
        });
        assertThat(count()).isEqualTo(before);
        transactions.executeWithoutResult(status -> log.record(AuditEvent.done("test.change", "thing", "1")));
        assertThat(count()).isEqualTo(before + 1);
        assertThatThrownBy(() -> log.record(AuditEvent.done("test.change", "thing", "1")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void recordsARefusalWhateverBecomesOfTheTransaction() {
        long before = count();
        transactions.executeWithoutResult(status -> {
            log.recordNow(AuditEvent.denied("test.refused", "thing", "1"));
            status.setRollbackOnly();
        });
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void storesWhateverPeopleType() {
        log.recordNow(AuditEvent.denied("test.typed", "thing", "\0" + "长".repeat(5000))
                .with(Map.of("typed", "'; drop table platform.audit_entry; --\0\uD83C\uDF33")));
        signAll();
        assertThat(verification.verify().findings()).isEmpty();
    }

    @Test
    void provesEveryEntryInEveryTree() {
        fill(40);
        List<TreeHead> heads = store.heads(0, 1000);
        MerkleTree tree = new MerkleTree(store::subtree);
        TreeHead last = heads.get(heads.size() - 1);
        for (TreeHead head : heads) {
            assertThat(crypto.verify(KeyPurpose.AUDIT_HEAD, head.statement(), head.signature()))
                    .isTrue();
            assertThat(MerkleTree.provesConsistency(
                            head.size(),
                            last.size(),
                            tree.consistency(head.size(), last.size()),
                            head.root(),
                            last.root()))
                    .isTrue();
        }
        for (AuditStore.Found found : store.placed(0, 1000)) {
            AuditEntry entry = Objects.requireNonNull(found.entry());
            assertThat(MerkleTree.provesInclusion(
                            entry.leaf(),
                            found.leaf(),
                            last.size(),
                            tree.inclusion(found.leaf(), last.size()),
                            last.root()))
                    .isTrue();
        }
    }

    @Test
    void goesOnUnderANewKey() {
        fill(3);
        crypto.rotate(KeyPurpose.AUDIT_HEAD);
        crypto.rotate(KeyPurpose.AUDIT_ENTRY);
        fill(3);
        assertThat(verification.verify().findings()).isEmpty();
    }

    @Test
    void losesNoneOfManyThreads() throws InterruptedException {
        long before = count();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        for (int i = 0; i < 2000; i++) {
            String id = Integer.toString(i);
            threads.execute(() -> log.recordNow(AuditEvent.done("test.parallel", "thing", id)));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(count()).isEqualTo(before + 2000);
        signAll();
        assertThat(verification.verify().findings()).isEmpty();
    }

    @Test
    void doesNotTakeUpWhatItDidNotWrite() {
        fill(3);
        transactions.executeWithoutResult(status -> {
            jdbc.sql("insert into platform.audit_entry (id, at, actor, action, object_type, result, details, mac)"
                            + " values (?, now(), 'admin', 'test.forged', 'thing', 'DONE', '{}', ?)")
                    .param(UUID.randomUUID())
                    .param(new byte[36])
                    .update();
            signer.sign();
            assertThat(verification.verify().findings())
                    .extracting(AuditFinding::kind)
                    .containsExactly(Kind.INSERTED);
            status.setRollbackOnly();
        });
    }

    @Test
    void signsNothingOnTopOfATreeThatWasTamperedWith() {
        fill(8);
        transactions.executeWithoutResult(status -> {
            jdbc.sql("update platform.audit_subtree set digest = set_bit(digest, 7, 1 - get_bit(digest, 7))")
                    .update();
            log.record(AuditEvent.done("test.change", "thing", "1"));
            assertThatThrownBy(() -> signer.sign()).isInstanceOf(IllegalStateException.class);
            status.setRollbackOnly();
        });
    }

    @Test
    void noticesThatTheDatabaseWasSetBack() {
        fill(5);
        long size = store.lastHead().orElseThrow().size();
        transactions.executeWithoutResult(status -> {
            long kept = store.heads(0, 1).get(0).size();
            jdbc.sql("delete from platform.audit_head where size > ?")
                    .param(kept)
                    .update();
            jdbc.sql("delete from platform.audit_entry where leaf >= ?")
                    .param(kept)
                    .update();
            jdbc.sql("delete from platform.audit_subtree where ((number + 1) << level) > ?")
                    .param(kept)
                    .update();
            assertThat(verification.verify().findings())
                    .extracting(AuditFinding::what)
                    .singleElement()
                    .asString()
                    .contains("曾有 " + size + " 条");
            status.setRollbackOnly();
        });
    }

    @Test
    void findsEveryOneOfAThousandTamperings() {
        for (int i = 0; i < 12; i++) {
            fill(7);
        }
        Random random = new Random(20261122);
        Map<String, Integer> found = new TreeMap<>();
        for (int i = 0; i < TAMPERINGS; i++) {
            Tampering tampering = TAMPERING.get(random.nextInt(TAMPERING.size()));
            String done = transactions.execute(status -> {
                status.setRollbackOnly();
                String what;
                try {
                    what = tampering.statement().apply(random);
                    while (jdbc.sql(what).update() == 0) {
                        what = tampering.statement().apply(random);
                    }
                } catch (DataAccessException e) {
                    return "refused by the database";
                }
                assertThat(verification.verify().findings()).as(what).isNotEmpty();
                return tampering.name();
            });
            found.merge(String.valueOf(done), 1, Integer::sum);
        }
        assertThat(found).hasSize(TAMPERING.size());
        assertThat(verification.verify().findings()).isEmpty();
    }

    private record Tampering(String name, Function<Random, String> statement) {}

    private static final List<Tampering> TAMPERING = List.of(
            new Tampering(
                    "entry text",
                    random -> "update platform.audit_entry set "
                            + pick(random, "actor", "action", "object_type", "object_id", "result", "address")
                            + " = 'x' || " + random.nextInt(9) + " where leaf = " + random.nextInt(80)),
            new Tampering(
                    "entry time",
                    random -> "update platform.audit_entry set at = at + interval '1 microsecond'" + " where leaf = "
                            + random.nextInt(80)),
            new Tampering(
                    "entry account",
                    random -> "update platform.audit_entry set account_id = gen_random_uuid()" + " where leaf = "
                            + random.nextInt(80)),
            new Tampering(
                    "entry digest",
                    random -> "update platform.audit_entry set "
                            + flip(random, pick(random, "before_digest", "after_digest"), 256) + " where leaf = "
                            + random.nextInt(80) + " and before_digest is not null"),
            new Tampering(
                    "entry details",
                    random -> "update platform.audit_entry set details = '{\"n\": \"" + random.nextInt()
                            + "\"}' where leaf = " + random.nextInt(80)),
            new Tampering(
                    "entry mark",
                    random -> "update platform.audit_entry set forged = true where leaf = " + random.nextInt(80)),
            new Tampering(
                    "entry removed", random -> "delete from platform.audit_entry where leaf = " + random.nextInt(80)),
            new Tampering("entry and leaf removed", random -> {
                int leaf = random.nextInt(80);
                return "with gone as (delete from platform.audit_subtree where level = 0 and number = " + leaf
                        + ") delete from platform.audit_entry where leaf = " + leaf;
            }),
            new Tampering(
                    "entry inserted",
                    random -> "insert into platform.audit_entry"
                            + " (id, at, actor, action, object_type, result, details, leaf)"
                            + " select gen_random_uuid(), now(), actor, action, object_type, result, details, 5000"
                            + " from platform.audit_entry where leaf = " + random.nextInt(80)),
            new Tampering("entries swapped", random -> {
                int a = random.nextInt(40);
                int b = 40 + random.nextInt(40);
                return "with one as (select * from platform.audit_entry where leaf = " + a
                        + "), two as (select * from platform.audit_entry where leaf = " + b
                        + ") update platform.audit_entry e set object_id = s.object_id, at = s.at, details = s.details"
                        + " from (select one.id, two.object_id, two.at, two.details from one, two union all"
                        + " select two.id, one.object_id, one.at, one.details from one, two) s where e.id = s.id";
            }),
            new Tampering(
                    "subtree",
                    random -> "update platform.audit_subtree set " + flip(random, "digest", 256) + " where level = "
                            + random.nextInt(6) + " and number = " + random.nextInt(40)),
            new Tampering(
                    "subtree removed",
                    random -> "delete from platform.audit_subtree where level = " + random.nextInt(6) + " and number = "
                            + random.nextInt(40)),
            new Tampering(
                    "subtree inserted",
                    random -> "insert into platform.audit_subtree values (" + random.nextInt(6) + ", 5000, '\\x00')"),
            new Tampering(
                    "head",
                    random -> "update platform.audit_head set " + flip(random, "root", 256) + " where size = "
                            + someHead(random)),
            new Tampering(
                    "head signature",
                    random -> "update platform.audit_head set " + flip(random, "signature", 500) + " where size = "
                            + someHead(random)),
            new Tampering(
                    "head size",
                    random -> "update platform.audit_head set "
                            + pick(random, "size = size * 1000", "previous = previous + 1", "key = key + 1")
                            + " where size = " + someHead(random)),
            new Tampering(
                    "head time",
                    random -> "update platform.audit_head set"
                            + " signed_at = signed_at - interval '1 hour' where size = " + someHead(random)),
            new Tampering(
                    "head removed", random -> "delete from platform.audit_head where size = " + someHead(random)));

    private static String pick(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private static String flip(Random random, String column, int bits) {
        int bit = random.nextInt(bits);
        return column + " = set_bit(" + column + ", " + bit + ", 1 - get_bit(" + column + ", " + bit + "))";
    }

    private static String someHead(Random random) {
        return "(select size from platform.audit_head order by size offset " + random.nextInt(10) + " limit 1)";
    }

    private void fill(int entries) {
        for (int i = 0; i < entries; i++) {
            byte[] digest = HexFormat.of().parseHex("0%d".formatted(i % 10).repeat(32));
            log.recordNow(AuditEvent.done("test.filled", "thing", "物 " + i)
                    .changing(digest, digest)
                    .with(Map.of("编号", Integer.toString(i))));
        }
        signAll();
    }

    private void signAll() {
        while (signer.sign() > 0) {
            assertThat(signer).isNotNull();
        }
    }

    private long count() {
        return jdbc.sql("select count(*) from platform.audit_entry")
                .query(Long.class)
                .single();
    }
}
