package io.lvxiaoshen.platform.identity;

/** Bytes as letters and digits that people can type (RFC 4648, section 6), without padding. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int pending = 0;
        int bits = 0;
        for (byte next : bytes) {
            pending = (pending << Byte.SIZE | next & 0xff) & 0xfff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt(pending >> bits & 0x1f));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(pending << BITS - bits & 0x1f));
        }
        return text.toString();
    }
}
