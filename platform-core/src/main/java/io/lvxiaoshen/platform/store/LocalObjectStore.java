package io.lvxiaoshen.platform.store;

import io.lvxiaoshen.platform.ObjectStore;
import io.lvxiaoshen.platform.ObjectTooLargeException;
import io.lvxiaoshen.platform.PlatformProperties;
import io.lvxiaoshen.platform.Sha256;
import io.lvxiaoshen.platform.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Files on the local disk, one per digest, spread over 256 folders. A file is written under a temporary name, forced to
 * the disk and renamed, so that a crash leaves either all of it or a temporary file that the next start removes.
 */
@Component
class LocalObjectStore implements ObjectStore {
    private final Path objects;
    private final Path unfinished;

    @Autowired
    LocalObjectStore(PlatformProperties properties) throws IOException {
        this(properties.inData("objects"));
    }

    LocalObjectStore(Path folder) throws IOException {
        objects = Files.createDirectories(folder);
        unfinished = Files.createDirectories(folder.resolve("unfinished"));
        removeUnfinished();
    }

    @Override
    public StoredObject put(InputStream content, long maxBytes) throws IOException {
        Path temporary = Files.createTempFile(unfinished, "object", "");
        try {
            MessageDigest digest = Sha256.digest();
            long size = write(content, temporary, digest, maxBytes);
            Sha256 key = Sha256.ofDigest(digest.digest());
            Path target = path(key);
            if (!Files.exists(target)) {
                Path folder = Files.createDirectories(folder(key));
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
                force(folder);
            }
            return new StoredObject(key, size);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public InputStream open(Sha256 digest) throws IOException {
        return Files.newInputStream(path(digest));
    }

    @Override
    public boolean contains(Sha256 digest) {
        return Files.exists(path(digest));
    }

    @Override
    public void delete(Sha256 digest) throws IOException {
        Files.deleteIfExists(path(digest));
    }

    private Path folder(Sha256 digest) {
        return objects.resolve(digest.hex().substring(0, 2));
    }

    private Path path(Sha256 digest) {
        return folder(digest).resolve(digest.hex());
    }

    private void removeUnfinished() throws IOException {
        try (Stream<Path> leftovers = Files.list(unfinished)) {
            for (Path leftover : (Iterable<Path>) leftovers::iterator) {
                Files.delete(leftover);
            }
        }
    }

    private static long write(InputStream content, Path file, MessageDigest digest, long maxBytes) throws IOException {
        byte[] buffer = new byte[64 << 10];
        long size = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw new ObjectTooLargeException(maxBytes);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            channel.force(true);
        }
        return size;
    }

    /** Makes a rename durable, which takes forcing the folder that holds the name. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
