package io.lvxiaoshen.rag.index;

import io.lvxiaoshen.knowledge.Chunk;

/** The text of a passage that is embedded: the passage alone, as measured in {@code docs/adr/0003-retrieval-defaults.md}. */
public final class PassageText {
    private PassageText() {}

    /** Returns what the embedding model is given for a chunk. */
    public static String of(Chunk chunk) {
        return chunk.text();
    }
}
