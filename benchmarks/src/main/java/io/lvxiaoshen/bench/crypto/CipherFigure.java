package io.lvxiaoshen.bench.crypto;

import org.jspecify.annotations.Nullable;

/**
 * One operation on one thread.
 *
 * @param name what is done
 * @param unit of the figures: MB/s (10^6 bytes) or 1/s
 * @param ours through this product's classes
 * @param bouncyCastle with bare Bouncy Castle
 * @param openssl by {@code openssl speed}; null where it cannot or is not installed
 */
record CipherFigure(
        String name,
        String unit,
        double ours,
        double bouncyCastle,
        @Nullable Double openssl) {}
