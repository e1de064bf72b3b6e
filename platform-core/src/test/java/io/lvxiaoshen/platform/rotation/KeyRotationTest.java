package io.lvxiaoshen.platform.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.lvxiaoshen.platform.audit.AuditLog;
import io.lvxiaoshen.platform.crypto.CryptoService;
import io.lvxiaoshen.platform.crypto.KeyPurpose;
import io.lvxiaoshen.platform.crypto.SealedColumn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = io.lvxiaoshen.platform.PlatformTestApplication.class,
        properties = "lvxiaoshen.platform.administrator-password=correct horse battery")
class KeyRotationTest {
    private static final SealedColumn PHONE = new SealedColumn("public.person", "phone", KeyPurpose.PERSONAL_DATA);
    private static final SealedColumn SEED = new SealedColumn("public.person", "seed", KeyPurpose.SECRET);
    private static final int PEOPLE = 450;

    @TempDir
    static Path data;

    @Autowired
    CryptoService crypto;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    AuditLog audit;

    @Autowired
    SchedulerClient scheduler;

    private KeyRotation rotation;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) {
        registry.add("lvxiaoshen.platform.data", data::toString);
    }

    @BeforeEach
    void fill() {
        rotation =
                new KeyRotation(List.of(PHONE, SEED), crypto, jdbc, transactions, audit, scheduler, Clock.systemUTC());
        jdbc.sql("create table public.person (id uuid primary key, phone bytea, seed bytea)")
                .update();
        for (int i = 0; i < PEOPLE; i++) {
            UUID id = UUID.randomUUID();
            jdbc.sql("insert into public.person values (?, ?, ?)")
                    .param(id)
                    .param(
                            i % 10 == 0
                                    ? null
                                    : crypto.seal(KeyPurpose.PERSONAL_DATA, text("139" + i), PHONE.context(id)))
                    .param(crypto.seal(KeyPurpose.SECRET, text("seed " + i), SEED.context(id)))
                    .update();
        }
    }

    @AfterEach
    void clear() {
        jdbc.sql("drop table public.person").update();
    }

    @Test
    void renewsEveryValueOfThePurposeAndNoOther() {
        int key = rotation.begin(KeyPurpose.PERSONAL_DATA);
        int other = crypto.keys(KeyPurpose.SECRET).get(0);
        assertThat(rotation.finish(KeyPurpose.PERSONAL_DATA)).isEqualTo(PEOPLE - PEOPLE / 10);
        assertThat(keysIn("phone")).containsExactly(key);
        assertThat(keysIn("seed")).containsExactly(other);
        assertThat(rotation.finish(KeyPurpose.PERSONAL_DATA)).isZero();
        assertThat(jdbc.sql("select count(*) from platform.key_rotation where key = ? and finished_at is not null")
                        .param(key)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void saysThatAValueDoesNotOpenAndRenewsTheOthers() {
        int key = rotation.begin(KeyPurpose.SECRET);
        jdbc.sql("update public.person set seed = set_bit(seed, 200, 1 - get_bit(seed, 200))"
                        + " where id = (select id from public.person limit 1)")
                .update();
        assertThatThrownBy(() -> rotation.finish(KeyPurpose.SECRET))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1 个值打不开");
        assertThat(keysIn("seed")).hasSize(2).contains(key);
    }

    @Test
    void findsAValueThatWasMovedToAnotherRow() {
        jdbc.sql("update public.person set seed = (select seed from public.person order by id limit 1)"
                        + " where id = (select id from public.person order by id desc limit 1)")
                .update();
        assertThatThrownBy(() -> rotation.finish(KeyPurpose.SECRET)).isInstanceOf(IllegalStateException.class);
    }

    private List<Integer> keysIn(String column) {
        return jdbc
                .sql("select distinct " + column + " from public.person where " + column + " is not null")
                .query((row, number) -> CryptoService.keyOf(row.getBytes(1)))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
