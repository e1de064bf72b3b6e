package io.lvxiaoshen.models;

import java.util.List;

/**
 * Turns Chinese text into vectors whose dot product says how near the texts are in meaning. Thread-safe; concurrent calls
 * share one inference session.
 */
public interface TextEmbedder {

    /** Name and revision of the model: vectors of different models are never compared. */
    String model();

    /** Length of every vector, at least 1. */
    int dimensions();

    /**
     * Embeds a question, with the instruction that the model wants before questions.
     *
     * @return a vector of length 1 (Euclidean)
     */
    float[] embedQuery(String query);

    /**
     * Embeds passages; text beyond what the model takes in (512 tokens) is left out.
     *
     * @param passages any number, in any order
     * @return as many vectors of length 1, in the order of {@code passages}
     */
    List<float[]> embedPassages(List<String> passages);
}
