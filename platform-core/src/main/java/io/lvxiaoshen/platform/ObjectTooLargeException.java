package io.lvxiaoshen.platform;

import java.io.IOException;

/** A stream was longer than what the caller of {@link ObjectStore#put} allows. */
public class ObjectTooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    /** Creates the exception for a limit of {@code maxBytes}. */
    public ObjectTooLargeException(long maxBytes) {
        super("longer than " + maxBytes + " bytes");
    }
}
