package io.lvxiaoshen.bench.retrieval;

import io.lvxiaoshen.bench.Host;
import io.lvxiaoshen.bench.Percentiles;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bench retrieval} found out, as it is written with {@code --json}.
 *
 * @param host where it ran
 * @param model name and revision of the embedding model
 * @param settings what ranks, and the files
 * @param documents how many were indexed
 * @param questions how many were asked
 * @param embeddingSeconds time to embed all documents; next to nothing when they came from the cache
 * @param indexSeconds time from reading the corpus to the last commit, embedding included
 * @param stages one entry per ranking
 * @param failures items that could not be processed
 * @param refusals items that were rightly left out
 */
record Report(
        Host host,
        String model,
        Map<String, String> settings,
        int documents,
        int questions,
        double embeddingSeconds,
        double indexSeconds,
        List<StageReport> stages,
        List<String> failures,
        List<String> refusals) {

    /**
     * One ranking.
     *
     * @param stage its name
     * @param measures null without judgements
     * @param times how long a question takes, asked one after the other
     * @param perSecond questions answered per second when as many are asked at once as there are cores
     */
    record StageReport(String stage, @Nullable Measures measures, Percentiles times, double perSecond) {}

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%d documents, %d questions, model %s%nindexed in %.1f s (embedding %.1f s) on %s, %d cores%n%n",
                documents,
                questions,
                model,
                indexSeconds,
                embeddingSeconds,
                host.processor(),
                host.cores());
        out.printf(
                "%-10s%8s%8s%8s%8s%9s%10s%10s%8s%n",
                (Object[])
                        new String[] {"stage", "R@5", "R@10", "R@100", "MRR@10", "nDCG@10", "p50 ms", "p99 ms", "QPS"});
        stages.forEach(stage -> print(out, stage));
        out.flush();
    }

    private static void print(PrintWriter out, StageReport stage) {
        Measures m = stage.measures();
        out.printf("%-10s", stage.stage());
        if (m == null) {
            out.printf("%8s%8s%8s%8s%9s", "–", "–", "–", "–", "–");
        } else {
            out.printf(
                    Locale.ROOT,
                    "%8.4f%8.4f%8.4f%8.4f%9.4f",
                    m.recallAt5(),
                    m.recallAt10(),
                    m.recallAt100(),
                    m.reciprocalRankAt10(),
                    m.ndcgAt10());
        }
        out.printf(
                Locale.ROOT,
                "%10.1f%10.1f%8.1f%n",
                stage.times().p50(),
                stage.times().p99(),
                stage.perSecond());
    }
}
