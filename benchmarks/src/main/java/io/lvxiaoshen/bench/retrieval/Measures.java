package io.lvxiaoshen.bench.retrieval;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Means over all questions that have a relevant document.
 *
 * @param recallAt5 share of the relevant documents among the first 5
 * @param recallAt10 the same among the first 10
 * @param recallAt100 the same among the first 100
 * @param reciprocalRankAt10 1 / rank of the first relevant document, 0 if it is not among the first 10
 * @param ndcgAt10 discounted cumulative gain of the first 10, over that of the best order (Järvelin, Kekäläinen 2002,
 *     with the relevance as gain and log2(rank + 1) as discount)
 * @param questions how many questions were averaged over
 */
record Measures(
        double recallAt5,
        double recallAt10,
        double recallAt100,
        double reciprocalRankAt10,
        double ndcgAt10,
        int questions) {

    /**
     * Measures a run.
     *
     * @param run document ids by question, best first; a question without entry found nothing
     */
    static Measures of(Map<String, List<String>> run, Qrels qrels) {
        double[] sums = new double[5];
        int questions = 0;
        for (String question : run.keySet()) {
            Map<String, Integer> relevant = qrels.byQuery().get(question);
            if (relevant != null) {
                List<String> found = run.get(question);
                sums[0] += recall(found, relevant, 5);
                sums[1] += recall(found, relevant, 10);
                sums[2] += recall(found, relevant, 100);
                sums[3] += reciprocalRank(found, relevant);
                sums[4] += gain(found.stream()
                                .map(id -> relevant.getOrDefault(id, 0))
                                .toList())
                        / gain(relevant.values().stream()
                                .sorted(Comparator.reverseOrder())
                                .toList());
                questions++;
            }
        }
        int n = Math.max(questions, 1);
        return new Measures(sums[0] / n, sums[1] / n, sums[2] / n, sums[3] / n, sums[4] / n, questions);
    }

    private static double recall(List<String> found, Map<String, Integer> relevant, int depth) {
        long hits = found.stream().limit(depth).filter(relevant::containsKey).count();
        return (double) hits / relevant.size();
    }

    private static double reciprocalRank(List<String> found, Map<String, Integer> relevant) {
        for (int i = 0; i < Math.min(10, found.size()); i++) {
            if (relevant.containsKey(found.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private static double gain(List<Integer> relevances) {
        double gain = 0;
        for (int i = 0; i < Math.min(10, relevances.size()); i++) {
            gain += relevances.get(i) * Math.log(2) / Math.log(i + 2.0);
        }
        return gain;
    }
}
