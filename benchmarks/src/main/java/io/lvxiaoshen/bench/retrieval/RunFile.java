package io.lvxiaoshen.bench.retrieval;

import io.lvxiaoshen.rag.index.Stage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run in TREC form: {@code qid Q0 docid rank score stage}. */
final class RunFile {
    private RunFile() {}

    /**
     * A document found.
     *
     * @param id of the document
     * @param score that ranked it
     */
    record Hit(String id, double score) {}

    /** Writes the file {@code prefix.stage}. */
    static void write(String prefix, Stage stage, Map<String, List<Hit>> run) throws IOException {
        String name = stage.name().toLowerCase(Locale.ROOT);
        Path file = Path.of(prefix + "." + name);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Map.Entry<String, List<Hit>> entry : run.entrySet()) {
                int rank = 1;
                for (Hit hit : entry.getValue()) {
                    out.write(String.format(
                            Locale.ROOT, "%s Q0 %s %d %.6f %s%n", entry.getKey(), hit.id(), rank++, hit.score(), name));
                }
            }
        }
    }
}
