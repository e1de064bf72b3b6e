package io.lvxiaoshen.knowledge.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Tells UTF-8 with a few broken bytes from text that never was UTF-8. */
final class Utf8Check {
    private static final int BLOCK = 8192;

    private Utf8Check() {}

    /** Returns the offset of the first byte that is not UTF-8; -1 if all are. */
    static int firstError(byte[] bytes) {
        Scan scan = new Scan(bytes);
        return scan.nextError() ? scan.offset() : -1;
    }

    /** Returns whether more of the non-ASCII characters are well-formed than not. */
    static boolean isMostlyValid(byte[] bytes) {
        Scan scan = new Scan(bytes);
        long errors = 0;
        while (scan.nextError()) {
            errors++;
        }
        return scan.wide > errors;
    }

    private static final class Scan {
        private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        private final CharBuffer out = CharBuffer.allocate(BLOCK);
        private final ByteBuffer in;
        private int skip;
        private long wide;

        Scan(byte[] bytes) {
            in = ByteBuffer.wrap(bytes);
        }

        int offset() {
            return in.position();
        }

        boolean nextError() {
            in.position(in.position() + skip);
            skip = 0;
            while (true) {
                CoderResult result = decoder.decode(in, out, true);
                out.flip();
                wide += out.chars().filter(c -> c > 0x7F).count();
                out.clear();
                if (result.isError()) {
                    skip = result.length();
                    return true;
                }
                if (result.isUnderflow()) {
                    return false;
                }
            }
        }
    }
}
