package io.lvxiaoshen.rag.indexing;

import io.lvxiaoshen.models.TextEmbedder;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The real model, with a count of the passages that it was given. */
class CountingEmbedder implements TextEmbedder {
    private final TextEmbedder model;
    private final AtomicInteger passages = new AtomicInteger();

    CountingEmbedder(TextEmbedder model) {
        this.model = model;
    }

    int passages() {
        return passages.get();
    }

    @Override
    public String model() {
        return model.model();
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    @Override
    public float[] embedQuery(String query) {
        return model.embedQuery(query);
    }

    @Override
    public List<float[]> embedPassages(List<String> texts) {
        passages.addAndGet(texts.size());
        return model.embedPassages(texts);
    }
}
