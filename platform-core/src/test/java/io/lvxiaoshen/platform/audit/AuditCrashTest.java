package io.lvxiaoshen.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lvxiaoshen.platform.KilledProcess;
import io.lvxiaoshen.platform.PlatformProperties;
import io.lvxiaoshen.platform.crypto.OutsideSpring;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = io.lvxiaoshen.platform.PlatformTestApplication.class,
        properties = "lvxiaoshen.platform.administrator-password=correct horse battery")
class AuditCrashTest {
    /** Fifty take four minutes; the figure in docs/benchmarks.md says of how many. */
    private static final int KILLS = Integer.parseInt(System.getenv().getOrDefault("KILLS", "8"));

    @TempDir
    static Path data;

    @Autowired
    HikariDataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HeadSigner signer;

    @Autowired
    AuditVerification verification;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) {
        registry.add("lvxiaoshen.platform.data", data::toString);
    }

    @Test
    void losesNothingThatWasAcknowledgedWhenTheProcessIsKilled() throws Exception {
        signer.stop();
        Random random = new Random(11);
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(KilledProcess.run(
                    Appending.class,
                    50 + random.nextInt(400),
                    database.getJdbcUrl(),
                    database.getUsername(),
                    database.getPassword(),
                    data.toString(),
                    Integer.toString(kill)));
        }
        Set<String> stored =
                new HashSet<>(jdbc.sql("select object_id from platform.audit_entry where action = 'test.crash'")
                        .query(String.class)
                        .list());
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        acknowledged.removeAll(stored);
        assertThat(acknowledged).isEmpty();
        while (signer.sign() > 0) {
            assertThat(stored).isNotEmpty();
        }
        assertThat(verification.verify().findings()).isEmpty();
    }

    /** Appends from several threads, says what was acknowledged, and signs heads meanwhile, until it is killed. */
    public static final class Appending {
        private Appending() {}

        public static void main(String[] arguments) {
            HikariDataSource database = new HikariDataSource();
            database.setJdbcUrl(arguments[0]);
            database.setUsername(arguments[1]);
            database.setPassword(arguments[2]);
            database.setMaximumPoolSize(4);
            Path data = Path.of(arguments[3]);
            OutsideSpring parts = new OutsideSpring(database, data.resolve("keys/root.key"));
            JsonMapper json = new JsonMapper();
            AuditWriter writer = AuditParts.writer(database, parts);
            PlatformProperties properties =
                    new PlatformProperties(data, new PlatformProperties.Database(null, null, null, 4), null, 0);
            HeadSigner signer = new HeadSigner(
                    AuditParts.store(database, parts),
                    new HeadWitness(properties, json),
                    parts.crypto(),
                    parts.transactions(),
                    JdbcClient.create(database),
                    Clock.systemUTC());
            AuditLog log = AuditParts.log(database, parts, writer);
            writer.start();
            signer.start();
            ExecutorService threads = Executors.newFixedThreadPool(4);
            for (int thread = 0; thread < 4; thread++) {
                String name = arguments[4] + "-" + thread + "-";
                threads.execute(() -> append(log, name));
            }
        }

        private static void append(AuditLog log, String name) {
            for (int i = 0; ; i++) {
                log.recordNow(AuditEvent.done("test.crash", "thing", name + i));
                KilledProcess.say(name + i);
            }
        }
    }
}
