package io.lvxiaoshen.bench.retrieval;

import io.lvxiaoshen.models.TextEmbedder;
import io.lvxiaoshen.platform.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of earlier runs in one file per model: entries of the text's SHA-256 and its vector as 32-bit floats, big
 * endian, one after the other. An entry cut short by a crash is dropped.
 */
final class VectorCache implements AutoCloseable {
    private static final int DIGEST_BYTES = 32;

    private final FileChannel file;
    private final int dimensions;
    private final Map<Sha256, Long> places = new HashMap<>();

    private VectorCache(FileChannel file, int dimensions) {
        this.file = file;
        this.dimensions = dimensions;
    }

    static VectorCache open(Path folder, TextEmbedder embedder) throws IOException {
        Files.createDirectories(folder);
        FileChannel file = FileChannel.open(
                folder.resolve(embedder.model() + ".vectors"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        VectorCache cache = new VectorCache(file, embedder.dimensions());
        cache.scan();
        return cache;
    }

    private int entryBytes() {
        return DIGEST_BYTES + dimensions * Float.BYTES;
    }

    private void scan() throws IOException {
        long whole = file.size() / entryBytes() * entryBytes();
        file.truncate(whole);
        for (long at = 0; at < whole; at += entryBytes()) {
            places.put(Sha256.ofDigest(read(at, DIGEST_BYTES).array()), at + DIGEST_BYTES);
        }
    }

    synchronized float @Nullable [] get(String text) throws IOException {
        Long place = places.get(digest(text));
        if (place == null) {
            return null;
        }
        float[] vector = new float[dimensions];
        read(place, dimensions * Float.BYTES).asFloatBuffer().get(vector);
        return vector;
    }

    synchronized void put(String text, float[] vector) throws IOException {
        Sha256 digest = digest(text);
        ByteBuffer entry = ByteBuffer.allocate(entryBytes());
        entry.put(HexFormat.of().parseHex(digest.hex()));
        entry.asFloatBuffer().put(vector);
        entry.rewind();
        long at = file.size();
        while (entry.hasRemaining()) {
            file.write(entry, at + entry.position());
        }
        places.put(digest, at + DIGEST_BYTES);
    }

    private ByteBuffer read(long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("cache shorter than its index");
            }
        }
        return buffer.flip();
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
