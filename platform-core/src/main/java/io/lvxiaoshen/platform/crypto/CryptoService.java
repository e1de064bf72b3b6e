package io.lvxiaoshen.platform.crypto;

import io.lvxiaoshen.platform.crypto.KeyPurpose.Kind;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/**
 * The one way to protect what is stored. Callers name a purpose and the context a value belongs to (its table, column and
 * row), and never see a key. Thread-safe.
 *
 * <p><b>Sealing</b> is envelope encryption: every value has a key of its own, which is wrapped with the purpose's key. A
 * sealed value is
 *
 * <pre>
 *   1 byte   format, 1
 *   4 bytes  number of the purpose's key
 *   44 bytes the value's key, wrapped for format, number and context
 *   rest     the value, SM4-GCM with the value's key for the context: 28 bytes more than the value
 * </pre>
 *
 * Rotating a key therefore rewrites 49 bytes of each value and never shows the value itself. A <b>MAC</b> is the number of
 * its key (4 bytes) and HMAC-SM3 (32 bytes).
 */
public final class CryptoService {
    /** Bytes that sealing adds to a value. */
    public static final int SEAL_OVERHEAD = 77;

    private static final byte FORMAT = 1;
    private static final int WRAPPED = Sm4Gcm.KEY_LENGTH + Sm4Gcm.OVERHEAD;
    private static final int HEADER = 1 + Integer.BYTES;

    private final KeyCustody custody;
    private final SecureRandom random = new SecureRandom();

    CryptoService(KeyCustody custody) {
        this.custody = custody;
    }

    /**
     * Seals a value.
     *
     * @param purpose one for ciphers
     * @param context where the value stands; opening it for another context fails
     */
    public byte[] seal(KeyPurpose purpose, byte[] value, byte[] context) {
        byte[] valueKey = new byte[Sm4Gcm.KEY_LENGTH];
        random.nextBytes(valueKey);
        byte[] header = header(currentKey(purpose, Kind.CIPHER));
        return join(header, wrap(header, valueKey, context), Sm4Gcm.seal(valueKey, value, context, random));
    }

    /**
     * Opens a sealed value.
     *
     * @throws UnreadableCiphertextException if it was altered or sealed for another purpose or context
     */
    public byte[] open(KeyPurpose purpose, byte[] sealed, byte[] context) {
        byte[] valueKey = valueKey(purpose, sealed, context);
        return Sm4Gcm.open(valueKey, Arrays.copyOfRange(sealed, HEADER + WRAPPED, sealed.length), context);
    }

    /** Wraps the value's key with the purpose's current key; the value itself is not touched. */
    public byte[] renew(KeyPurpose purpose, byte[] sealed, byte[] context) {
        int current = currentKey(purpose, Kind.CIPHER);
        if (keyOf(sealed) == current) {
            return sealed;
        }
        byte[] valueKey = valueKey(purpose, sealed, context);
        byte[] header = header(current);
        return join(
                header, wrap(header, valueKey, context), Arrays.copyOfRange(sealed, HEADER + WRAPPED, sealed.length));
    }

    /** Returns the MAC of a message with the purpose's current key, 36 bytes. */
    public byte[] mac(KeyPurpose purpose, byte[] message) {
        return mac(currentKey(purpose, Kind.MAC), message);
    }

    /** Returns the MACs of a message with each of the purpose's keys, the current one first: what an equal may look like. */
    public List<byte[]> macs(KeyPurpose purpose, byte[] message) {
        purpose.require(Kind.MAC);
        return custody.keys(purpose).stream().map(key -> mac(key, message)).toList();
    }

    /** Returns whether a MAC is of this message, with any of the purpose's keys. */
    public boolean verifyMac(KeyPurpose purpose, byte[] message, byte[] mac) {
        purpose.require(Kind.MAC);
        if (mac.length != Integer.BYTES + Sm3.LENGTH) {
            return false;
        }
        int key = ByteBuffer.wrap(mac).getInt();
        return custody.holds(purpose, key) && MessageDigest.isEqual(mac, mac(key, message));
    }

    /** Signs a message with the purpose's current key. */
    public SignedBy sign(KeyPurpose purpose, byte[] message) {
        int key = currentKey(purpose, Kind.SIGNATURE);
        return new SignedBy(key, custody.sign(key, message));
    }

    /** Returns whether a signature is of this message by one of the purpose's keys. */
    public boolean verify(KeyPurpose purpose, byte[] message, SignedBy signature) {
        purpose.require(Kind.SIGNATURE);
        return custody.holds(purpose, signature.key())
                && custody.publicKey(signature.key()).verify(message, signature.der());
    }

    /**
     * Returns the public half of one of the purpose's keys.
     *
     * @throws IllegalArgumentException if the purpose has no such key
     */
    public Sm2PublicKey publicKey(KeyPurpose purpose, int key) {
        purpose.require(Kind.SIGNATURE);
        if (!custody.holds(purpose, key)) {
            throw new IllegalArgumentException(purpose + " has no key " + key);
        }
        return custody.publicKey(key);
    }

    /** Returns the numbers of the purpose's keys, the current one first. */
    public List<Integer> keys(KeyPurpose purpose) {
        return custody.keys(purpose);
    }

    /** Makes a new key for a purpose, from now on the current one; what the others protect stays readable. */
    public int rotate(KeyPurpose purpose) {
        return custody.rotate(purpose);
    }

    /**
     * Returns the number of the key that a sealed value or a MAC names.
     *
     * @throws UnreadableCiphertextException if it names none
     */
    public static int keyOf(byte[] sealed) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(sealed);
            if (buffer.get() != FORMAT) {
                throw new UnreadableCiphertextException("an unknown format");
            }
            return buffer.getInt();
        } catch (BufferUnderflowException e) {
            throw new UnreadableCiphertextException("shorter than its header", e);
        }
    }

    private byte[] valueKey(KeyPurpose purpose, byte[] sealed, byte[] context) {
        purpose.require(Kind.CIPHER);
        int key = keyOf(sealed);
        if (sealed.length < SEAL_OVERHEAD || !custody.holds(purpose, key)) {
            throw new UnreadableCiphertextException("not sealed for " + purpose);
        }
        byte[] header = Arrays.copyOf(sealed, HEADER);
        return custody.unwrap(key, Arrays.copyOfRange(sealed, HEADER, HEADER + WRAPPED), join(header, context));
    }

    private byte[] wrap(byte[] header, byte[] valueKey, byte[] context) {
        return custody.wrap(keyOf(header), valueKey, join(header, context));
    }

    private int currentKey(KeyPurpose purpose, Kind kind) {
        purpose.require(kind);
        return custody.keys(purpose).get(0);
    }

    private byte[] mac(int key, byte[] message) {
        return join(ByteBuffer.allocate(Integer.BYTES).putInt(key).array(), custody.mac(key, message));
    }

    private static byte[] header(int key) {
        return ByteBuffer.allocate(HEADER).put(FORMAT).putInt(key).array();
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
