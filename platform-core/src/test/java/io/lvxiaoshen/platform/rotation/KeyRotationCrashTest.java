package io.lvxiaoshen.platform.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.zaxxer.hikari.HikariDataSource;
import io.lvxiaoshen.platform.KilledProcess;
import io.lvxiaoshen.platform.audit.AuditLog;
import io.lvxiaoshen.platform.audit.AuditParts;
import io.lvxiaoshen.platform.crypto.CryptoService;
import io.lvxiaoshen.platform.crypto.KeyPurpose;
import io.lvxiaoshen.platform.crypto.OutsideSpring;
import io.lvxiaoshen.platform.crypto.SealedColumn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = io.lvxiaoshen.platform.PlatformTestApplication.class,
        properties = "lvxiaoshen.platform.administrator-password=correct horse battery")
class KeyRotationCrashTest {
    private static final SealedColumn PHONE = new SealedColumn("public.crashed", "phone", KeyPurpose.PERSONAL_DATA);
    /** Fifty take four minutes; the figure in docs/benchmarks.md says of how many. */
    private static final int KILLS = Integer.parseInt(System.getenv().getOrDefault("KILLS", "8"));

    private static final int PEOPLE = 3_000;

    @TempDir
    static Path data;

    @Autowired
    HikariDataSource database;

    @Autowired
    CryptoService crypto;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) {
        registry.add("lvxiaoshen.platform.data", data::toString);
    }

    @Test
    void endsARotationThatIsKilledAgainAndAgainWithEveryValueReadable() throws Exception {
        jdbc.sql("create table public.crashed (id uuid primary key, phone bytea not null)")
                .update();
        transactions.executeWithoutResult(status -> {
            for (int i = 0; i < PEOPLE; i++) {
                UUID id = UUID.randomUUID();
                jdbc.sql("insert into public.crashed values (?, ?)")
                        .param(id)
                        .param(crypto.seal(KeyPurpose.PERSONAL_DATA, value(id), PHONE.context(id)))
                        .update();
            }
        });
        OutsideSpring parts = new OutsideSpring(database, data.resolve("keys/root.key"));
        KeyRotation rotation = rotation(parts, audit);
        Random random = new Random(5);
        int key = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill % 5 == 0) {
                key = rotation.begin(KeyPurpose.PERSONAL_DATA);
            }
            KilledProcess.run(
                    Renewing.class,
                    random.nextInt(300),
                    database.getJdbcUrl(),
                    database.getUsername(),
                    database.getPassword(),
                    data.toString());
        }
        rotation.finish(KeyPurpose.PERSONAL_DATA);
        int last = key;
        jdbc.sql("select id, phone from public.crashed").query(row -> {
            UUID id = row.getObject("id", UUID.class);
            byte[] sealed = row.getBytes("phone");
            assertThat(CryptoService.keyOf(sealed)).isEqualTo(last);
            assertThat(crypto.open(KeyPurpose.PERSONAL_DATA, sealed, PHONE.context(id)))
                    .isEqualTo(value(id));
        });
        assertThat(jdbc.sql("select count(*) from platform.key_rotation where finished_at is null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static KeyRotation rotation(OutsideSpring parts, AuditLog audit) {
        SchedulerClient scheduler = SchedulerClient.Builder.create(
                        new TransactionAwareDataSourceProxy(parts.database()))
                .tableName("platform.job")
                .build();
        return new KeyRotation(
                List.of(PHONE),
                parts.crypto(),
                JdbcClient.create(parts.database()),
                parts.transactions(),
                audit,
                scheduler,
                Clock.systemUTC());
    }

    private static byte[] value(UUID id) {
        return id.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Goes on with the rotation until it is killed. */
    public static final class Renewing {
        private Renewing() {}

        public static void main(String[] arguments) {
            HikariDataSource database = new HikariDataSource();
            database.setJdbcUrl(arguments[0]);
            database.setUsername(arguments[1]);
            database.setPassword(arguments[2]);
            database.setMaximumPoolSize(3);
            OutsideSpring parts =
                    new OutsideSpring(database, Path.of(arguments[3]).resolve("keys/root.key"));
            KilledProcess.say("renewing");
            rotation(parts, AuditParts.log(database, parts)).finish(KeyPurpose.PERSONAL_DATA);
        }
    }
}
