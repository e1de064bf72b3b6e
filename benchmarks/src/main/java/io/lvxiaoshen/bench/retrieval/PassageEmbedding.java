package io.lvxiaoshen.bench.retrieval;

import io.lvxiaoshen.models.TextEmbedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Embeds passages on all cores, taking what an earlier run made from the cache. */
final class PassageEmbedding {
    private static final int STEP = 256;

    private final TextEmbedder embedder;
    private final @Nullable VectorCache cache;

    PassageEmbedding(TextEmbedder embedder, @Nullable VectorCache cache) {
        this.embedder = embedder;
        this.cache = cache;
    }

    /** Returns the vectors of {@code texts} in order; tells {@code progress} how many are done. */
    List<float[]> of(List<String> texts, IntConsumer progress) throws IOException, InterruptedException {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<List<float[]>>> steps = new ArrayList<>();
            for (int from = 0; from < texts.size(); from += STEP) {
                List<String> step = texts.subList(from, Math.min(texts.size(), from + STEP));
                steps.add(threads.submit(() -> embed(step)));
            }
            List<float[]> vectors = new ArrayList<>(texts.size());
            for (Future<List<float[]>> step : steps) {
                vectors.addAll(step.get());
                progress.accept(vectors.size());
            }
            return vectors;
        } catch (ExecutionException e) {
            throw new IOException("embedding failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<float[]> embed(List<String> texts) throws IOException {
        if (cache == null) {
            return embedder.embedPassages(texts);
        }
        float[][] vectors = new float[texts.size()][];
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            float[] known = cache.get(texts.get(i));
            if (known == null) {
                missing.add(i);
            } else {
                vectors[i] = known;
            }
        }
        List<float[]> made =
                embedder.embedPassages(missing.stream().map(texts::get).toList());
        for (int i = 0; i < missing.size(); i++) {
            vectors[missing.get(i)] = made.get(i);
            cache.put(texts.get(missing.get(i)), made.get(i));
        }
        return List.of(vectors);
    }
}
