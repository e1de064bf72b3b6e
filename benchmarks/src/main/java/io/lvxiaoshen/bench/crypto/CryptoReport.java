package io.lvxiaoshen.bench.crypto;

import io.lvxiaoshen.bench.Host;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * What {@code bench crypto} found out, as it is written with {@code --json}.
 *
 * @param host where it ran
 * @param ciphers one entry per operation
 * @param roundTrips how many random messages were sealed and opened, signed and verified, without a fault
 * @param audit the audit log
 */
record CryptoReport(Host host, List<CipherFigure> ciphers, long roundTrips, AuditFigures audit) {

    void print(PrintWriter out) {
        out.printf(Locale.ROOT, "one thread on %s, %d cores%n%n", host.processor(), host.cores());
        out.printf("%-24s%8s%12s%16s%8s%12s%8s%n", "", "", "ours", "Bouncy Castle", "ratio", "openssl", "ratio");
        ciphers.forEach(figure -> print(out, figure));
        out.printf(Locale.ROOT, "%n%,d random round trips without a fault%n%n", roundTrips);
        out.printf(
                Locale.ROOT,
                "audit: %.0f entries/s durable from %d threads, %.0f/s signed, no entry longer than %.0f ms without a"
                        + " signed head%n",
                audit.appendsPerSecond(),
                audit.threads(),
                audit.signedPerSecond(),
                audit.longestUnsignedMillis());
        out.printf(
                Locale.ROOT,
                "proof among %,d entries: made in %.0f µs, verified in %.0f µs%n",
                audit.entries(),
                audit.proofMicros(),
                audit.verifyMicros());
        out.flush();
    }

    private static void print(PrintWriter out, CipherFigure figure) {
        Double openssl = figure.openssl();
        out.printf(
                Locale.ROOT,
                "%-24s%8s%12.1f%16.1f%8.2f%12s%8s%n",
                figure.name(),
                figure.unit(),
                figure.ours(),
                figure.bouncyCastle(),
                figure.ours() / figure.bouncyCastle(),
                openssl == null ? "–" : String.format(Locale.ROOT, "%.1f", openssl),
                openssl == null ? "–" : String.format(Locale.ROOT, "%.2f", figure.ours() / openssl));
    }
}
