package io.lvxiaoshen.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The system account that PostgreSQL runs as. PostgreSQL refuses to run as root, so a root process starts it in a user
 * namespace of its own, or, where namespaces are forbidden (some containers), as the unprivileged account
 * {@code nobody}.
 */
enum PostgresAccount {
    /** We are not root: the same account as ours. */
    OWN(List.of()),
    /** Root outside, nobody inside: files stay ours. */
    NAMESPACE(List.of("unshare", "-U")),
    /** The account {@code nobody}, which must own the files. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int UNPRIVILEGED = 65534;

    private final List<String> prefix;

    PostgresAccount(List<String> prefix) {
        this.prefix = prefix;
    }

    /** Chooses the account that works on this machine. */
    static PostgresAccount choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OWN;
        }
        return works(NAMESPACE.command(List.of("true"))) ? NAMESPACE : NOBODY;
    }

    /** Returns the command line that runs {@code command} as this account. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Hands a file tree to the account. */
    void own(Path tree) {
        if (this != NOBODY) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", UNPRIVILEGED);
                Files.setAttribute(file, "unix:gid", UNPRIVILEGED);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes sure that the account can enter the server's folder: opens the way through it and the data folder around it,
     * which are ours, and no further.
     *
     * @throws IllegalStateException if a folder above keeps the account out
     */
    void enter(Path folder) {
        if (this != NOBODY) {
            return;
        }
        letThrough(folder);
        letThrough(folder.resolveSibling(""));
        if (!works(command(List.of("test", "-x", folder.toString())))) {
            throw new IllegalStateException("以 root 运行时，内置 PostgreSQL 使用账号 nobody，而它进不了 " + folder
                    + "：上级目录不允许。请用 --data 指定它能进入的目录，例如 --data /var/lib/lvxiaoshen。");
        }
    }

    private static void letThrough(Path folder) {
        try {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
            if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
                Files.setPosixFilePermissions(folder, permissions);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean works(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
