package io.lvxiaoshen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The machine and the program that a figure was measured on.
 *
 * @param processor its model name
 * @param cores logical processors that the program may use
 * @param os operating system
 * @param java version of the Java runtime
 * @param commit of the sources; {@code unknown} when not run from a clone
 */
public record Host(String processor, int cores, String os, String java, String commit) {

    /** Looks at the present machine. */
    public static Host present() {
        return new Host(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version().toString(),
                System.getProperty("bench.commit", "unknown"));
    }

    private static String processorName() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            // Only Linux has this file; elsewhere the name stays unknown.
            return "unknown";
        }
    }
}
