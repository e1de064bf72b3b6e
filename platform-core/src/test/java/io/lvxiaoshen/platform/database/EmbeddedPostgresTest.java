package io.lvxiaoshen.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path folder;

    @Test
    void keepsWhatWasStoredOverARestart() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
            execute(first, "create table tree (name text)");
            execute(first, "insert into tree values ('香樟')");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(folder)) {
            assertThat(query(second, "select name from tree")).isEqualTo("香樟");
        }
    }

    @Test
    void stopsTheServerThatAKilledProcessLeftBehind() throws Exception {
        EmbeddedPostgres orphan = EmbeddedPostgres.start(folder);
        execute(orphan, "create table tree (name text)");
        try (EmbeddedPostgres next = EmbeddedPostgres.start(folder)) {
            assertThat(query(next, "select count(*)::text from tree")).isEqualTo("0");
            assertThatThrownBy(() -> query(orphan, "select 1::text")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void startsAfterEverythingWasKilledAtOnce() throws Exception {
        EmbeddedPostgres killed = EmbeddedPostgres.start(folder);
        execute(killed, "create table tree (name text)");
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("cluster/postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle.of(pid).orElseThrow().descendants().forEach(ProcessHandle::destroyForcibly);
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        try (EmbeddedPostgres next = EmbeddedPostgres.start(folder)) {
            assertThat(query(next, "select count(*)::text from tree")).isEqualTo("0");
        }
    }

    @Test
    void takesNoConnectionWithoutItsPassword() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.username(), "guess"))
                    .hasMessageContaining("password");
            assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                    .hasSize(2);
        }
    }

    @Test
    void aDataFolderBelongsToOneProcess() {
        try (DataFolderLock ignored = DataFolderLock.take(folder)) {
            assertThatThrownBy(() -> DataFolderLock.take(folder)).hasMessageContaining("正被另一个绿小申进程使用");
        }
        DataFolderLock.take(folder).close();
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.username(), postgres.password());
    }
}
