package io.lvxiaoshen.platform.crypto;

import org.bouncycastle.crypto.digests.SM3Digest;

/** The SM3 digest (GB/T 32905-2016). An instance takes one message and is not thread-safe. */
public final class Sm3 {
    /** Bytes of a digest. */
    public static final int LENGTH = 32;

    private final SM3Digest digest = new SM3Digest();

    /** Returns the digest of the parts, one after the other. */
    public static byte[] digest(byte[]... parts) {
        Sm3 sm3 = new Sm3();
        for (byte[] part : parts) {
            sm3.update(part, 0, part.length);
        }
        return sm3.finish();
    }

    /** Adds to the message. */
    public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /** Returns the digest of the message and begins a new one. */
    public byte[] finish() {
        byte[] result = new byte[LENGTH];
        digest.doFinal(result, 0);
        return result;
    }
}
