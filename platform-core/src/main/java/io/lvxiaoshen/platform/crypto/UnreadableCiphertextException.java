package io.lvxiaoshen.platform.crypto;

/** A ciphertext was altered, cut, made with another key, or belongs to another place. Says no more than that. */
public final class UnreadableCiphertextException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableCiphertextException(String message) {
        super(message);
    }

    UnreadableCiphertextException(String message, Throwable cause) {
        super(message, cause);
    }
}
