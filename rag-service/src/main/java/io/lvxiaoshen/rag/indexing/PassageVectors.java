package io.lvxiaoshen.rag.indexing;

import io.lvxiaoshen.models.TextEmbedder;
import io.lvxiaoshen.platform.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The vectors of passages: from the table {@code rag.passage_vector} where they are known, else from the model. */
@Component
class PassageVectors {
    /** Few enough that an interrupted job repeats seconds of work, enough to sort into batches of like length. */
    private static final int STEP = 32;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final TextEmbedder embedder;

    PassageVectors(JdbcClient database, JdbcTemplate batches, TextEmbedder embedder) {
        this.database = database;
        this.batches = batches;
        this.embedder = embedder;
    }

    /**
     * Returns the vectors of {@code texts}, in order. Every vector is stored as soon as it is made.
     *
     * @param progress told now and then how many of the texts are done
     */
    List<float[]> of(List<String> texts, IntConsumer progress) {
        List<Sha256> digests = texts.stream().map(PassageVectors::digest).toList();
        Map<Sha256, float[]> known = new HashMap<>();
        for (int from = 0; from < texts.size(); from += STEP) {
            int to = Math.min(texts.size(), from + STEP);
            List<Sha256> wanted = digests.subList(from, to);
            known.putAll(stored(wanted));
            Map<Sha256, String> missing = new LinkedHashMap<>();
            for (int i = from; i < to; i++) {
                if (!known.containsKey(digests.get(i))) {
                    missing.put(digests.get(i), texts.get(i));
                }
            }
            known.putAll(make(missing));
            progress.accept(to);
        }
        return digests.stream().map(digest -> present(known, digest)).toList();
    }

    /** Forgets the vectors of models that are no longer in use. */
    void forgetOtherModels() {
        database.sql("delete from rag.passage_vector where model <> :model")
                .param("model", embedder.model())
                .update();
    }

    private Map<Sha256, float[]> make(Map<Sha256, String> missing) {
        Map<Sha256, float[]> made = new LinkedHashMap<>();
        List<Sha256> digests = List.copyOf(missing.keySet());
        List<float[]> vectors = embedder.embedPassages(List.copyOf(missing.values()));
        for (int i = 0; i < digests.size(); i++) {
            made.put(digests.get(i), vectors.get(i));
        }
        batches.batchUpdate(
                "insert into rag.passage_vector (model, text_sha256, vector) values (?, ?, ?) on conflict do nothing",
                made.entrySet().stream()
                        .map(entry -> new Object[] {embedder.model(), key(entry.getKey()), bytes(entry.getValue())})
                        .toList());
        return made;
    }

    private Map<Sha256, float[]> stored(List<Sha256> digests) {
        Map<Sha256, float[]> found = new HashMap<>();
        database.sql("select text_sha256, vector from rag.passage_vector"
                        + " where model = :model and text_sha256 = any(:digests)")
                .param("model", embedder.model())
                .param("digests", digests.stream().map(PassageVectors::key).toArray(byte[][]::new))
                .query((row, n) -> found.put(Sha256.ofDigest(row.getBytes(1)), floats(row.getBytes(2))))
                .list();
        return found;
    }

    private static float[] present(Map<Sha256, float[]> known, Sha256 digest) {
        float[] vector = known.get(digest);
        if (vector == null) {
            throw new IllegalStateException("no vector was made for " + digest);
        }
        return vector;
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] key(Sha256 digest) {
        return HexFormat.of().parseHex(digest.hex());
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    private static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
