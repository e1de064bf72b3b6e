package io.lvxiaoshen.knowledge;

import java.time.Duration;

/**
 * What reading one file may cost. Beyond any of these the file is refused.
 *
 * @param fileBytes size of the file, at least 1
 * @param characters UTF-16 code units of its text, at least 1
 * @param inflatedBytes size of all parts of a zip-based format together once unpacked, at least 1
 * @param time from the first byte to the last element
 * @param threads files that are read at the same time, at least 1; as many again may be stuck past their time before
 *     further files have to wait for one of them
 */
public record ReadingLimits(long fileBytes, int characters, long inflatedBytes, Duration time, int threads) {
    public ReadingLimits {
        if (fileBytes < 1 || characters < 1 || inflatedBytes < 1 || threads < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("reading limits must be positive");
        }
    }

    /** 64 MiB, 20 million characters, 512 MiB unpacked, 60 seconds, 4 threads. */
    public static ReadingLimits defaults() {
        return new ReadingLimits(64L << 20, 20_000_000, 512L << 20, Duration.ofSeconds(60), 4);
    }
}
