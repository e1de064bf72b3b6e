package io.lvxiaoshen.bench;

import java.util.Collection;

/**
 * Where times lie, by the nearest-rank method.
 *
 * @param count how many times there are; with none, the others are 0
 * @param p50 milliseconds that half of them do not exceed
 * @param p95 milliseconds that 95 of 100 do not exceed
 * @param p99 milliseconds that 99 of 100 do not exceed
 */
public record Percentiles(int count, double p50, double p95, double p99) {

    /** Returns the percentiles of times in nanoseconds, in any order. */
    public static Percentiles ofNanos(Collection<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Percentiles(sorted.length, rank(sorted, 50), rank(sorted, 95), rank(sorted, 99));
    }

    private static double rank(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }
}
