package io.lvxiaoshen.models;

/** A model is missing, altered, or does not answer as it must on this machine. Nothing may run on it. */
public class UnusableModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates the exception; the message names the model and what is wrong with it. */
    public UnusableModelException(String message) {
        super(message);
    }

    /** Creates the exception with what caused it. */
    public UnusableModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
