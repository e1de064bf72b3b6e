package io.lvxiaoshen.knowledge.parse;

import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.RefusalReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks a zip-based document once, into nothing, before any reader may touch it: what its directory claims about sizes
 * is not to be trusted.
 */
final class ZipGuard {
    private static final int BLOCK = 1 << 16;

    private final long maxBytes;

    ZipGuard(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Refuses the file if it unpacks to more than the limit.
     *
     * @throws IOException if it cannot be unpacked
     */
    void check(Path file, Deadline deadline) throws IOException {
        byte[] block = new byte[BLOCK];
        long total = 0;
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            Enumeration<ZipArchiveEntry> entries = zip.getEntries();
            while (entries.hasMoreElements()) {
                ZipArchiveEntry entry = entries.nextElement();
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw new FileRefusedException(RefusalReason.ENCRYPTED);
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int read; (read = content.read(block)) >= 0; ) {
                        deadline.check();
                        total += read;
                        if (total > maxBytes) {
                            throw new FileRefusedException(RefusalReason.INFLATES_TOO_MUCH);
                        }
                    }
                }
            }
        }
    }
}
