package io.lvxiaoshen.rag.index;

/**
 * What ranks passages. The defaults were chosen by measurement: {@code docs/adr/0003-retrieval-defaults.md}.
 *
 * @param k1 BM25: how soon repetition of a term stops to count, at least 0
 * @param b BM25: how much long passages are held back, 0 to 1
 * @param meaningWeight share of similarity in the fused score, 0 (keywords alone) to 1 (meaning alone)
 * @param candidates how many passages each half proposes to the fusion, at least 1
 */
public record RetrievalSettings(float k1, float b, double meaningWeight, int candidates) {
    /** The measured defaults. */
    public static final RetrievalSettings DEFAULT = new RetrievalSettings(1.2f, 0.9f, 0.6, 100);

    public RetrievalSettings {
        if (!(k1 >= 0 && b >= 0 && b <= 1) || !(meaningWeight >= 0 && meaningWeight <= 1) || candidates < 1) {
            throw new IllegalArgumentException("settings out of range");
        }
    }
}
