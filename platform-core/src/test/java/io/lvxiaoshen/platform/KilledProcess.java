package io.lvxiaoshen.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a class of the tests in a process of its own, kills it ({@code kill -9}) and keeps what it had said. */
public final class KilledProcess {
    private static final String MARK = "said: ";

    private KilledProcess() {}

    /** Says a line to the test; what libraries log is none. */
    public static void say(String line) {
        System.out.print(MARK + line + "\n");
    }

    /**
     * Starts the process, waits until it has said something, lets it go on for a while and kills it.
     *
     * @return what it said, see {@link #say}
     */
    public static List<String> run(Class<?> main, long millis, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("killed", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(said.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            while (!Files.readString(said).contains(MARK)) {
                assertThat(process.isAlive())
                        .as("the process ended without a word: %s", Files.readString(said))
                        .isTrue();
                TimeUnit.MILLISECONDS.sleep(10);
            }
            TimeUnit.MILLISECONDS.sleep(millis);
            process.destroyForcibly().waitFor();
            String all = Files.readString(said);
            // What follows the last line break was cut off in the middle.
            return all.substring(0, all.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> line.startsWith(MARK))
                    .map(line -> line.substring(MARK.length()))
                    .toList();
        } finally {
            Files.delete(said);
        }
    }
}
