package io.lvxiaoshen.knowledge;

/**
 * How long chunks become, in UTF-16 code units.
 *
 * @param target neighbouring paragraphs outside of articles are put together up to this
 * @param maximum no chunk is longer; at least 16 and at least {@code target}
 */
public record ChunkSizes(int target, int maximum) {
    public ChunkSizes {
        if (target < 1 || maximum < 16 || target > maximum) {
            throw new IllegalArgumentException("chunk sizes " + target + " and " + maximum + " do not fit");
        }
    }

    /** 400 and 500: within the 512 tokens of the default embedding model. */
    public static ChunkSizes defaults() {
        return new ChunkSizes(400, 500);
    }
}
