package io.lvxiaoshen.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What root does where there are no user namespaces. */
class PostgresAccountTest {
    @TempDir
    Path folder;

    @BeforeEach
    void onlyRootCanBecomeSomeoneElse() {
        assumeTrue("root".equals(System.getProperty("user.name")));
    }

    @Test
    void opensTheWayThroughTheDataFolder() throws Exception {
        Path postgres = Files.createDirectories(folder.resolve("data/postgres"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Files.setPosixFilePermissions(folder.resolve("data"), PosixFilePermissions.fromString("rwx------"));
        PostgresAccount.NOBODY.enter(postgres);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
                .isEqualTo("rwx-----x");
    }

    @Test
    void saysWhereElseTheDataCouldBeWhenAFolderAboveIsClosed() throws Exception {
        Path postgres = Files.createDirectories(folder.resolve("data/postgres"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        assertThatThrownBy(() -> PostgresAccount.NOBODY.enter(postgres))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("--data /var/lib/lvxiaoshen");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }
}
