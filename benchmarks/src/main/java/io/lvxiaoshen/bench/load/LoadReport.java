package io.lvxiaoshen.bench.load;

import io.lvxiaoshen.bench.Host;
import io.lvxiaoshen.bench.Percentiles;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bench chat-load} found out, as it is written with {@code --json}.
 *
 * @param host where it ran; the load shares the machine with the application when that was started for it
 * @param users conversations that were open
 * @param streams answers that were asked for at the same time, each followed at once by the next
 * @param warmUpSeconds how long the same load ran before without being counted
 * @param seconds how long
 * @param answers how many came to their end
 * @param statuses how many ended as what
 * @param failures how many did not
 * @param firstToken from the question to the first text
 * @param perToken between following pieces of text
 * @param kilobytesPerConversation memory that an open conversation takes; null where the application runs elsewhere
 */
record LoadReport(
        Host host,
        int users,
        int streams,
        int warmUpSeconds,
        int seconds,
        int answers,
        Map<String, Integer> statuses,
        int failures,
        Percentiles firstToken,
        Percentiles perToken,
        @Nullable Double kilobytesPerConversation) {

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%d conversations, %d asking at once for %d s after %d s of warm-up on %s, %d cores%n",
                users,
                streams,
                seconds,
                warmUpSeconds,
                host.processor(),
                host.cores());
        out.printf(
                Locale.ROOT,
                "%d answers %s, %.1f a second, %d failed%n%n",
                answers,
                statuses,
                (double) answers / seconds,
                failures);
        out.printf("%-14s%10s%10s%10s%n", "ms", "p50", "p95", "p99");
        print(out, "first token", firstToken);
        print(out, "per token", perToken);
        if (kilobytesPerConversation != null) {
            out.printf(Locale.ROOT, "%nmemory per open conversation: %.1f KB%n", kilobytesPerConversation);
        }
        out.flush();
    }

    private static void print(PrintWriter out, String name, Percentiles times) {
        out.printf(Locale.ROOT, "%-14s%10.1f%10.1f%10.1f%n", name, times.p50(), times.p95(), times.p99());
    }
}
