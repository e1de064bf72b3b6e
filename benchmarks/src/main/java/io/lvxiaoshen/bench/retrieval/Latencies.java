package io.lvxiaoshen.bench.retrieval;

import java.util.Arrays;

/**
 * How long the questions took.
 *
 * @param p50 milliseconds within which half of the questions were answered, asked one after the other
 * @param p99 the same for 99 of 100
 * @param perSecond questions answered per second when as many are asked at once as there are cores
 */
record Latencies(double p50, double p99, double perSecond) {

    static Latencies of(long[] nanoseconds, double perSecond) {
        long[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        return new Latencies(percentile(sorted, 0.50), percentile(sorted, 0.99), perSecond);
    }

    /** The nearest-rank percentile. */
    private static double percentile(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }
}
