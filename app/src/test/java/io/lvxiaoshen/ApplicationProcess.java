package io.lvxiaoshen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged application as a process of its own, as a user runs it. */
final class ApplicationProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Pattern ADDRESS = Pattern.compile("绿小申已启动：http://localhost:(\\d+)");
    private static final Pattern PASSWORD = Pattern.compile("密码 {4}(\\S+)");

    private final Process process;
    private final Path output;
    private final int port;
    private final Duration startTime;

    private ApplicationProcess(Process process, Path output, int port, Duration startTime) {
        this.process = process;
        this.output = output;
        this.port = port;
        this.startTime = startTime;
    }

    /** Starts the application on the JDK of this test and waits until it serves. */
    static ApplicationProcess start(Path data) throws Exception {
        return start(Path.of(System.getProperty("java.home")), data);
    }

    /** Starts the application on a given JDK and waits until it serves. */
    static ApplicationProcess start(Path javaHome, Path data) throws Exception {
        Files.createDirectories(data);
        Path output = Files.createTempFile(data, "output", ".txt");
        List<String> command =
                new ArrayList<>(List.of(javaHome.resolve("bin/java").toString(), "-Xmx1g"));
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dstdout.encoding=UTF-8");
        command.addAll(List.of("-jar", System.getProperty("application.jar")));
        command.add("--server.port=0");
        command.add("--lvxiaoshen.platform.data=" + data);
        Instant started = Instant.now();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        while (Duration.between(started, Instant.now()).compareTo(START_LIMIT) < 0) {
            Matcher address = ADDRESS.matcher(Files.readString(output));
            if (address.find()) {
                Duration startTime = Duration.between(started, Instant.now());
                return new ApplicationProcess(process, output, Integer.parseInt(address.group(1)), startTime);
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new AssertionError("the application did not start:\n" + Files.readString(output));
    }

    int port() {
        return port;
    }

    /** How long it took from the command to the address on the terminal. */
    Duration startTime() {
        return startTime;
    }

    /** Returns the administrator's password that a first start prints. */
    String printedPassword() throws IOException {
        Matcher password = PASSWORD.matcher(Files.readString(output));
        if (!password.find()) {
            throw new AssertionError("no password was printed:\n" + Files.readString(output));
        }
        return password.group(1);
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** SIGKILL: nothing gets the chance to clean up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as Ctrl-C would; returns whether the application ended by itself in time. */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive() && !stop()) {
            kill();
        }
    }
}
