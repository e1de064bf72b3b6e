package io.lvxiaoshen.platform.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The block cipher SM4 (GB/T 32907-2016) in Galois/counter mode (GB/T 36624, RFC 8998) with a nonce of 12 and a tag of 16
 * bytes: secret and authentic in one. What is sealed is nonce, ciphertext and tag one after the other.
 */
public final class Sm4Gcm {
    /** Bytes of a key. */
    public static final int KEY_LENGTH = 16;

    /** Bytes that sealing adds. */
    public static final int OVERHEAD = 28;

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_LENGTH = 16;

    private Sm4Gcm() {}

    /**
     * Seals a message under a fresh random nonce.
     *
     * @param key 16 bytes, for no more than 2³² messages
     * @param context what the message belongs to; not stored, and needed again to open
     */
    public static byte[] seal(byte[] key, byte[] message, byte[] context, SecureRandom random) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        return seal(key, nonce, message, context);
    }

    /** Seals a message under a given nonce, which must never be used twice with one key. */
    static byte[] seal(byte[] key, byte[] nonce, byte[] message, byte[] context) {
        byte[] sealed = Arrays.copyOf(nonce, message.length + OVERHEAD);
        try {
            GCMModeCipher cipher = cipher(true, key, nonce, context);
            int written = cipher.processBytes(message, 0, message.length, sealed, NONCE_LENGTH);
            cipher.doFinal(sealed, NONCE_LENGTH + written);
            return sealed;
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing checks no tag", e);
        }
    }

    /**
     * Opens what was sealed.
     *
     * @throws UnreadableCiphertextException if it was altered, or sealed with another key or for another context
     */
    public static byte[] open(byte[] key, byte[] sealed, byte[] context) {
        if (sealed.length < OVERHEAD) {
            throw new UnreadableCiphertextException("shorter than nonce and tag");
        }
        byte[] message = new byte[sealed.length - OVERHEAD];
        try {
            GCMModeCipher cipher = cipher(false, key, Arrays.copyOf(sealed, NONCE_LENGTH), context);
            int written = cipher.processBytes(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH, message, 0);
            cipher.doFinal(message, written);
            return message;
        } catch (InvalidCipherTextException e) {
            throw new UnreadableCiphertextException("the tag does not fit", e);
        }
    }

    private static GCMModeCipher cipher(boolean seal, byte[] key, byte[] nonce, byte[] context) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(seal, new AEADParameters(new KeyParameter(key), 8 * TAG_LENGTH, nonce, context));
        return cipher;
    }
}
