package io.lvxiaoshen.platform.crypto;

import java.util.List;

/**
 * Who holds the keys: the database under a root key ({@code LocalKeys}), or the cloud platform's cryptographic service.
 * Keys are known by numbers; the one with the greatest number is current, the others still open and verify.
 * Implementations are thread-safe.
 */
interface KeyCustody {

    /** Returns the numbers of a purpose's keys, the current one first; never empty. */
    List<Integer> keys(KeyPurpose purpose);

    /** Returns whether a key is one of the purpose's; looks again before it says no. */
    boolean holds(KeyPurpose purpose, int key);

    /** Makes a new key and makes it the current one; returns its number. */
    int rotate(KeyPurpose purpose);

    /** Seals a message of at most 64 bytes, such as another key. */
    byte[] wrap(int key, byte[] message, byte[] context);

    /**
     * Opens what was wrapped.
     *
     * @throws UnreadableCiphertextException if it was altered, or wrapped with another key or for another context, or
     *     there is no such key
     */
    byte[] unwrap(int key, byte[] wrapped, byte[] context);

    /** Returns the MAC of a message, 32 bytes. */
    byte[] mac(int key, byte[] message);

    /** Returns the signature of a message with the default user id, in DER. */
    byte[] sign(int key, byte[] message);

    /** Returns the public half of a key for signatures. */
    Sm2PublicKey publicKey(int key);
}
