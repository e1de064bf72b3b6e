package io.lvxiaoshen.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL in a folder of ours, listening on the loopback address with a generated password. A cluster is
 * created on first use; a server that a killed process left behind is stopped before a new one starts.
 */
final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "lvxiaoshen";
    private static final int START_ATTEMPTS = 3;
    private static final long MAX_LOG_BYTES = 16L << 20;

    private final PostgresBinaries binaries;
    private final PostgresAccount account;
    private final Path folder;
    private final Path cluster;
    private final Path passwordFile;
    private final Path serverLog;
    private int port;

    private EmbeddedPostgres(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        binaries = PostgresBinaries.unpackedInto(folder.resolve("programs-18.6"));
        account = PostgresAccount.choose();
        account.enter(folder);
        cluster = folder.resolve("cluster");
        passwordFile = folder.resolve("password");
        serverLog = folder.resolve("server.log");
    }

    /**
     * Starts the server of {@code folder}, creating it when the folder is new.
     *
     * @throws IllegalStateException if PostgreSQL does not come up; the message holds what it said
     */
    static EmbeddedPostgres start(Path folder) {
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(folder);
            postgres.create();
            postgres.stopOrphan();
            postgres.start();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("内置 PostgreSQL 无法启动", e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?ApplicationName=lvxiaoshen";
    }

    String username() {
        return SUPERUSER;
    }

    String password() {
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create() throws IOException {
        if (Files.isDirectory(cluster)) {
            return;
        }
        log.info("首次启动：正在创建内置数据库……");
        Path unfinished = cluster.resolveSibling("cluster.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(unfinished);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, newPassword());
        account.own(folder);
        run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--data-checksums");
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void start() throws IOException {
        if (Files.exists(serverLog) && Files.size(serverLog) > MAX_LOG_BYTES) {
            Files.move(serverLog, serverLog.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            try {
                String options = "-p " + port
                        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                        + " -c max_connections=100 -c shared_buffers=128MB -c log_min_messages=warning"
                        + " -c max_wal_size=1GB";
                run(
                        "pg_ctl",
                        "start",
                        "-w",
                        "-t",
                        "60",
                        "-D",
                        cluster.toString(),
                        "-l",
                        serverLog.toString(),
                        "-o",
                        options);
                return;
            } catch (IllegalStateException e) {
                // Another process may have taken the port between our look and PostgreSQL's bind.
                if (attempt == START_ATTEMPTS) {
                    throw new IllegalStateException(e.getMessage() + lastWords(), e);
                }
            }
        }
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.exists(serverLog) ? Files.readAllLines(serverLog) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }

    /** Stops the server that a killed process of ours left running, or clears away the trace of one that died too. */
    private void stopOrphan() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        if (isOurServer(pid)) {
            log.info("上次未正常退出：正在停止遗留的数据库进程 {}", pid);
            run("pg_ctl", "stop", "-w", "-t", "60", "-m", "fast", "-D", cluster.toString());
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    private boolean isOurServer(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            // A zombie has an empty command line, a process that took over the number has another one.
            String commandLine = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            return commandLine.contains(
                    new String(cluster.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    @Override
    public void close() {
        run("pg_ctl", "stop", "-w", "-t", "60", "-m", "fast", "-D", cluster.toString());
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(binaries.program(program)));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("postgres", ".out");
            try {
                Process process = new ProcessBuilder(account.command(command))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(90, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("PostgreSQL " + program + " 90 秒内没有结束");
                }
                if (process.exitValue() != 0) {
                    throw new IllegalStateException("PostgreSQL " + program + " 失败：" + Files.readString(output));
                }
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + program, e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String newPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
