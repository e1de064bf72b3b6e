package io.lvxiaoshen.knowledge.library;

import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.RefusalReason;
import io.lvxiaoshen.platform.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A file on its way into a knowledge base, with everything about it checked that can be told without reading its format.
 *
 * @param name cleaned
 * @param content can be opened several times
 * @param size in bytes, at least 1
 * @param digest of the content
 */
record UploadedFile(String name, InputStreamSource content, long size, Sha256 digest) {
    private static final int BLOCK = 1 << 16;
    private static final int MIB = 1 << 20;

    /**
     * Reads {@code content} once, block by block.
     *
     * @throws FileRefusedException if the name cannot be used, or the file is empty or too large
     */
    static UploadedFile examine(@Nullable String name, InputStreamSource content, long maxBytes) throws IOException {
        String cleaned = DocumentName.cleaned(name);
        MessageDigest digest = Sha256.digest();
        byte[] block = new byte[BLOCK];
        long size = 0;
        try (InputStream in = content.getInputStream()) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                size += read;
                if (size > maxBytes) {
                    throw new FileRefusedException(RefusalReason.FILE_TOO_LARGE, maxBytes / MIB + " MiB");
                }
                digest.update(block, 0, read);
            }
        }
        if (size == 0) {
            throw new FileRefusedException(RefusalReason.EMPTY_FILE);
        }
        return new UploadedFile(cleaned, content, size, Sha256.ofDigest(digest.digest()));
    }
}
