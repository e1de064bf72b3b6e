package io.lvxiaoshen.bench.crypto;

import java.util.concurrent.TimeUnit;

/** Counts how often something can be done in a second on one thread. */
final class Rate {
    private static final int CHECK_EVERY = 16;

    private Rate() {}

    /** Does it for a third of the time without counting, then counts. */
    static double perSecond(Runnable work, double seconds) {
        run(work, seconds / 3);
        return run(work, seconds);
    }

    private static double run(Runnable work, double seconds) {
        long started = System.nanoTime();
        long end = started + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        long done = 0;
        do {
            for (int i = 0; i < CHECK_EVERY; i++) {
                work.run();
            }
            done += CHECK_EVERY;
        } while (System.nanoTime() < end);
        return done * 1e9 / (System.nanoTime() - started);
    }
}
