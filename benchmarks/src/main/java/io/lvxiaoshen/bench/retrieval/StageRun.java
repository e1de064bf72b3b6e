package io.lvxiaoshen.bench.retrieval;

import io.lvxiaoshen.bench.Percentiles;
import io.lvxiaoshen.bench.retrieval.RunFile.Hit;
import io.lvxiaoshen.models.TextEmbedder;
import io.lvxiaoshen.rag.Evidence;
import io.lvxiaoshen.rag.index.ChunkIndex;
import io.lvxiaoshen.rag.index.HybridSearch;
import io.lvxiaoshen.rag.index.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks every question in one stage, timed as the product would take: with embedding where the stage needs it. */
final class StageRun {
    private static final int WARM_UP = 50;

    private final ChunkIndex index;
    private final HybridSearch search;
    private final TextEmbedder embedder;
    private final Map<UUID, String> ids;
    private final Stage stage;
    private final int depth;
    private final float[] noMeaning;

    StageRun(
            ChunkIndex index,
            HybridSearch search,
            TextEmbedder embedder,
            Map<UUID, String> ids,
            Stage stage,
            int depth) {
        this.index = index;
        this.search = search;
        this.embedder = embedder;
        this.ids = ids;
        this.stage = stage;
        this.depth = depth;
        this.noMeaning = new float[embedder.dimensions()];
    }

    /**
     * What came out.
     *
     * @param hits by question, best first
     * @param times how long each took, asked one after the other
     * @param perSecond questions answered per second when as many are asked at once as there are cores
     */
    record Result(Map<String, List<Hit>> hits, Percentiles times, double perSecond) {}

    Result ask(Map<String, String> questions) throws IOException, InterruptedException {
        for (String text : questions.values().stream().limit(WARM_UP).toList()) {
            ask(text);
        }
        Map<String, List<Hit>> hits = new LinkedHashMap<>();
        List<Long> took = new ArrayList<>(questions.size());
        for (Map.Entry<String, String> question : questions.entrySet()) {
            long started = System.nanoTime();
            List<Hit> found = ask(question.getValue());
            took.add(System.nanoTime() - started);
            hits.put(question.getKey(), found);
        }
        return new Result(hits, Percentiles.ofNanos(took), perSecond(questions.values()));
    }

    private double perSecond(Iterable<String> questions) throws IOException, InterruptedException {
        List<Callable<List<Hit>>> calls = new ArrayList<>();
        questions.forEach(text -> calls.add(() -> ask(text)));
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            long started = System.nanoTime();
            for (Future<List<Hit>> answer : threads.invokeAll(calls)) {
                answer.get();
            }
            return calls.size() * 1e9 / (System.nanoTime() - started);
        } catch (ExecutionException e) {
            throw new IOException("a search failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Hit> ask(String text) throws IOException {
        float[] vector = stage == Stage.BM25 ? noMeaning : embedder.embedQuery(text);
        List<Hit> hits = new ArrayList<>();
        for (Evidence found : search.search(List.of(index), text, vector, depth, stage)) {
            String id = ids.get(found.documentId());
            if (id == null) {
                throw new IllegalStateException("found what was never indexed: " + found.documentId());
            }
            hits.add(new Hit(id, found.scores().fused()));
        }
        return hits;
    }
}
