package io.lvxiaoshen.bench.ingest;

import io.lvxiaoshen.bench.Host;
import io.lvxiaoshen.bench.ingest.FileOutcome.Status;
import io.lvxiaoshen.bench.ingest.Stopwatches.Part;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code bench ingest} found out, as it is written with {@code --json}.
 *
 * @param host where it ran
 * @param model name and revision of the embedding model
 * @param seconds from the first file to the last commit
 * @param peakHeapMegabytes most heap in use at one time
 * @param formats totals of each media type; files that were not read stand under their status
 * @param total totals of all files
 * @param partSeconds where the time went, over all threads
 */
record IngestReport(
        Host host,
        String model,
        double seconds,
        long peakHeapMegabytes,
        Map<String, Totals> formats,
        Totals total,
        Map<Part, Double> partSeconds) {

    /** Counts over some files. */
    record Totals(int files, int parsed, int rejected, int failed, long articles, long chunks, long millis) {
        static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);

        Totals plus(FileOutcome outcome) {
            return new Totals(
                    files + 1,
                    parsed + (outcome.status() == Status.PARSED ? 1 : 0),
                    rejected + (outcome.status() == Status.REJECTED ? 1 : 0),
                    failed + (outcome.status() == Status.FAILED ? 1 : 0),
                    articles + outcome.articles(),
                    chunks + outcome.chunks(),
                    millis + outcome.millis());
        }
    }

    /** Adds up outcomes one by one, so that they need not be kept. */
    static final class Builder {
        private final Map<String, Totals> formats = new LinkedHashMap<>();
        private Totals total = Totals.NONE;

        void add(FileOutcome outcome) {
            String format = outcome.mediaType() == null ? "(" + outcome.status() + ")" : outcome.mediaType();
            formats.put(format, formats.getOrDefault(format, Totals.NONE).plus(outcome));
            total = total.plus(outcome);
        }

        IngestReport build(String model, double seconds, long peakHeapMegabytes, Map<Part, Double> partSeconds) {
            return new IngestReport(Host.present(), model, seconds, peakHeapMegabytes, formats, total, partSeconds);
        }
    }

    void print(PrintWriter out, boolean profile) {
        out.printf(
                "%-72s%7s%8s%10s%8s%10s%9s%10s%n",
                "format", "files", "parsed", "rejected", "failed", "articles", "chunks", "ms/file");
        List<Map.Entry<String, Totals>> rows = new ArrayList<>(formats.entrySet());
        rows.sort(Comparator.comparing(row -> -row.getValue().files()));
        rows.forEach(row -> print(out, row.getKey(), row.getValue()));
        print(out, "all", total);
        out.printf(
                Locale.ROOT,
                "%n%.1f s, %.1f files/s, %.1f chunks/s, peak heap %d MB, model %s, on %s, %d cores%n",
                seconds,
                total.files() / seconds,
                total.chunks() / seconds,
                peakHeapMegabytes,
                model,
                host.processor(),
                host.cores());
        if (profile) {
            double sum = partSeconds.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            partSeconds.forEach((part, spent) ->
                    out.printf(Locale.ROOT, "%-8s%10.1f thread seconds%7.1f %%%n", part, spent, 100 * spent / sum));
        }
        out.flush();
    }

    private static void print(PrintWriter out, String name, Totals totals) {
        out.printf(
                Locale.ROOT,
                "%-72s%7d%8d%10d%8d%10d%9d%10.0f%n",
                name,
                totals.files(),
                totals.parsed(),
                totals.rejected(),
                totals.failed(),
                totals.articles(),
                totals.chunks(),
                totals.files() == 0 ? 0 : (double) totals.millis() / totals.files());
    }
}
