package io.lvxiaoshen.bench.load;

import io.lvxiaoshen.bench.TemporaryFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The application, started for the measurement in a folder of its own and gone when closed. */
final class LocalApplication implements AutoCloseable {
    private static final int START_SECONDS = 180;

    private final TemporaryFolder data;
    private final Process process;
    private final int port;

    private LocalApplication(TemporaryFolder data, Process process, int port) {
        this.data = data;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the application.
     *
     * @param jar the built application
     * @throws IOException if it does not come up; the message holds what it said
     */
    static LocalApplication start(Path jar) throws IOException, InterruptedException {
        TemporaryFolder data = TemporaryFolder.create();
        int port = freePort();
        Path output = data.path().resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port,
                        "--lvxiaoshen.platform.data=" + data.path())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        LocalApplication application = new LocalApplication(data, process, port);
        for (int i = 0; i < START_SECONDS * 10 && process.isAlive(); i++) {
            if (Files.readString(output).contains(":" + port)
                    && Files.readString(output).contains("Ctrl-C")) {
                return application;
            }
            Thread.sleep(100);
        }
        String said = Files.readString(output);
        application.close();
        throw new IOException("应用没有启动：\n" + said);
    }

    String url() {
        return "http://localhost:" + port;
    }

    String password() throws IOException {
        return Files.readString(data.path().resolve("initial-administrator-password"))
                .strip();
    }

    /** Returns the memory that the process holds, in bytes (resident set). */
    long residentBytes() throws IOException {
        String line = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(entry -> entry.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        data.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
