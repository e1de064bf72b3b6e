package io.lvxiaoshen.platform;

import java.io.IOException;
import java.io.InputStream;

/**
 * Files by content: the key of a file is the SHA-256 of its bytes, so equal files are stored once and a file never
 * changes. A file is either wholly there or not at all, whatever moment the process ends at.
 */
public interface ObjectStore {

    /**
     * Stores everything that {@code content} gives and returns its key. The stream is read to its end, not closed.
     *
     * @param maxBytes more than this is refused
     * @throws ObjectTooLargeException if the stream is longer than {@code maxBytes}; nothing is left behind
     * @throws IOException if reading or writing fails; nothing is left behind
     */
    StoredObject put(InputStream content, long maxBytes) throws IOException;

    /**
     * Opens a stored file for reading.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such file
     */
    InputStream open(Sha256 digest) throws IOException;

    /** Returns whether the file is stored. */
    boolean contains(Sha256 digest);

    /** Removes the file if it is there. The caller makes sure that nothing refers to it any more. */
    void delete(Sha256 digest) throws IOException;
}
