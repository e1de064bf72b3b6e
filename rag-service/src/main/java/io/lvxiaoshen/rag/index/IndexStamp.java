package io.lvxiaoshen.rag.index;

import java.util.Map;
import org.apache.lucene.util.Version;

/**
 * What an index was built with, stored with each of its commits. An index with another stamp is not read: it is built
 * anew from the database.
 *
 * @param schema version of fields and embedded text
 * @param analysis name of the analysis
 * @param model name and revision of the embedding model
 * @param lucene major version of the library that wrote it
 */
record IndexStamp(String schema, String analysis, String model, String lucene) {
    /** Changes whenever a field, or the text that is embedded, changes. */
    private static final String SCHEMA = "2";

    static IndexStamp current(String model) {
        return new IndexStamp(SCHEMA, ChineseAnalyzer.NAME, model, Integer.toString(Version.LATEST.major));
    }

    Map<String, String> asCommitData() {
        return Map.of("schema", schema, "analysis", analysis, "model", model, "lucene", lucene);
    }

    boolean isIn(Map<String, String> commitData) {
        return commitData.entrySet().containsAll(asCommitData().entrySet());
    }
}
