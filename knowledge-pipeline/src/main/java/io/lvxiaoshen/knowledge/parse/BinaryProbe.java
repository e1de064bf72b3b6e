package io.lvxiaoshen.knowledge.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells text in whatever encoding from data that never was text. */
final class BinaryProbe {
    private static final int BEGINNING = 1 << 16;

    private BinaryProbe() {}

    /** Returns whether the file's beginning has no control bytes besides those that texts use. */
    static boolean looksLikeText(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            for (byte b : content.readNBytes(BEGINNING)) {
                boolean usual = b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1A || b == 0x1B;
                if (b >= 0 && b < 0x20 && !usual) {
                    return false;
                }
            }
            return true;
        }
    }
}
