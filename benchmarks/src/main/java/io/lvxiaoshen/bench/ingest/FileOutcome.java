package io.lvxiaoshen.bench.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What became of one file: a line of the output.
 *
 * @param path relative to the folder given
 * @param status {@code PARSED}, {@code REJECTED} for a stated reason, or {@code FAILED}
 * @param reason why not; null when parsed
 * @param mediaType told from the content; null when not parsed
 * @param characters of the text
 * @param elements headings, paragraphs, list items and tables
 * @param articles different articles
 * @param chunks passages
 * @param pages 0 where the format has none
 * @param millis from opening the file to its chunks being indexed
 */
record FileOutcome(
        String path,
        Status status,
        @Nullable String reason,
        @Nullable String mediaType,
        int characters,
        int elements,
        int articles,
        int chunks,
        int pages,
        long millis) {

    enum Status {
        PARSED,
        REJECTED,
        FAILED
    }

    static FileOutcome without(String path, Status status, String reason, long millis) {
        return new FileOutcome(path, status, reason, null, 0, 0, 0, 0, 0, millis);
    }
}
