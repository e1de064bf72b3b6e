package io.lvxiaoshen.bench.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures of {@code openssl speed}, measured in the same run. */
final class OpenSslSpeed {
    /** Bytes per second. */
    private static final Pattern SYMMETRIC = Pattern.compile("^\\+F:\\d+:[^:]+:([\\d.]+)$", Pattern.MULTILINE);

    /** Signatures and verifications per second. */
    private static final Pattern SM2 = Pattern.compile("^\\+F7:[^\\n]*:([\\d.]+):([\\d.]+)$", Pattern.MULTILINE);

    private OpenSslSpeed() {}

    /** Returns megabytes (10^6) per second for a block of {@code bytes}; empty if there is no such program or cipher. */
    static OptionalDouble megabytesPerSecond(String algorithm, int bytes, int seconds)
            throws IOException, InterruptedException {
        Matcher line = SYMMETRIC.matcher(
                speed("-evp", algorithm, "-bytes", Integer.toString(bytes), "-seconds", Integer.toString(seconds)));
        return line.find() ? OptionalDouble.of(Double.parseDouble(line.group(1)) / 1e6) : OptionalDouble.empty();
    }

    /** Returns signatures and verifications per second; empty if there is no such program. */
    static List<Double> sm2PerSecond(int seconds) throws IOException, InterruptedException {
        Matcher line = SM2.matcher(speed("-seconds", Integer.toString(seconds), "sm2"));
        return line.find() ? List.of(Double.parseDouble(line.group(1)), Double.parseDouble(line.group(2))) : List.of();
    }

    private static String speed(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl", "speed", "-mr", "-elapsed"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0 ? said : "";
        } catch (IOException notInstalled) {
            return "";
        }
    }
}
