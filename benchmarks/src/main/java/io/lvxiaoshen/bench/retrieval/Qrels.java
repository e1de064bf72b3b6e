package io.lvxiaoshen.bench.retrieval;

import io.lvxiaoshen.bench.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Which documents answer which question, in TREC form: {@code qid 0 docid relevance}, separated by blanks.
 *
 * @param byQuery relevance of every judged document that is relevant at all, at least 1, by question
 */
record Qrels(Map<String, Map<String, Integer>> byQuery) {

    static Qrels read(Path file, Problems problems) throws IOException {
        Map<String, Map<String, Integer>> byQuery = new HashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String[] fields = line.strip().split("\\s+");
            if (fields.length == 4 && fields[3].matches("-?\\d{1,9}")) {
                int relevance = Integer.parseInt(fields[3]);
                if (relevance > 0) {
                    byQuery.computeIfAbsent(fields[0], id -> new HashMap<>()).put(fields[2], relevance);
                }
            } else if (!line.isBlank()) {
                problems.failed(file.getFileName() + ":" + number, "不是 TREC qrels 行");
            }
        }
        return new Qrels(byQuery);
    }
}
