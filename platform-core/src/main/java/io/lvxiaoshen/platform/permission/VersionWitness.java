package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.PlatformProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.stereotype.Component;

/**
 * Remembers, outside of the database, the highest version of each part of the list that this node has seen. Who sets
 * rows back to an earlier state, with seals that were true then, is found out by it.
 */
@Component
class VersionWitness {
    private final Path file;
    private final long[] seen = new long[SetKey.PARTS];

    VersionWitness(PlatformProperties properties) {
        this.file = properties.inData("access-control/versions");
        try {
            if (Files.exists(file)) {
                ByteBuffer.wrap(Files.readAllBytes(file)).asLongBuffer().get(seen);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a version that the part has had or passed; 0 if none was ever seen. */
    synchronized long floor(int part) {
        return seen[part];
    }

    /** Returns whether this node has ever seen a list. */
    synchronized boolean sawAny() {
        for (long version : seen) {
            if (version > 0) {
                return true;
            }
        }
        return false;
    }

    /** Takes note of versions that are committed; 0 says nothing. */
    synchronized void saw(long[] versions) {
        boolean news = false;
        for (int part = 0; part < seen.length; part++) {
            if (versions[part] > seen[part]) {
                seen[part] = versions[part];
                news = true;
            }
        }
        if (news) {
            write();
        }
    }

    /** The same for one part. */
    synchronized void saw(int part, long version) {
        if (version > seen[part]) {
            seen[part] = version;
            write();
        }
    }

    private void write() {
        ByteBuffer bytes = ByteBuffer.allocate(seen.length * Long.BYTES);
        bytes.asLongBuffer().put(seen);
        Path unfinished = file.resolveSibling("versions.unfinished");
        try {
            Files.createDirectories(file.getParent());
            Files.write(unfinished, bytes.array());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
