package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.crypto.SignedBy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * A signed statement: these are the first {@code size} entries.
 *
 * @param size number of leaves, at least 1
 * @param previous size of the head before; 0 for the first. It shows when a head was taken out
 * @param root digest of the tree over them, 32 bytes
 * @param signedAt when, to the microsecond
 * @param signature over {@link #statement}
 */
public record TreeHead(long size, long previous, byte[] root, Instant signedAt, SignedBy signature) {

    /** Returns what is signed: five lines of text, the last one ended too. */
    static byte[] statement(long size, long previous, byte[] root, Instant signedAt) {
        return ("lvxiaoshen audit head 1\n" + size + "\n" + previous + "\n"
                        + HexFormat.of().formatHex(root) + "\n" + ChronoUnit.MICROS.between(Instant.EPOCH, signedAt)
                        + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    byte[] statement() {
        return statement(size, previous, root, signedAt);
    }
}
