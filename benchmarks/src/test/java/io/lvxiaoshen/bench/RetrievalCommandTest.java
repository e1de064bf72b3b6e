package io.lvxiaoshen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RetrievalCommandTest {
    private static final List<String> CORPUS = List.of(
            "{\"id\":\"t\",\"title\":\"青湖市绿地条例\",\"text\":\"移植树木须经绿化管理部门批准。\"}",
            "{\"id\":\"d\",\"title\":\"\",\"text\":\"遛狗不拴绳的，处二百元罚款。\"}",
            "{\"id\":\"p\",\"title\":\"青湖市公园办法\",\"text\":\"公园全天免费开放。\"}");
    private static final List<String> QUERIES =
            List.of("{\"id\":\"1\",\"text\":\"牵狗没有拴绳要罚多少钱？\"}", "{\"id\":\"2\",\"text\":\"想把大树移走，找谁批准？\"}");

    @TempDir
    private Path folder;

    @BeforeEach
    void questionsAndJudgements() throws IOException {
        Files.write(folder.resolve("queries.jsonl"), QUERIES);
        Files.write(folder.resolve("qrels.tsv"), List.of("1\t0\td\t1", "2\t0\tt\t1"));
    }

    @Test
    void writesRunsAndFigures() throws IOException {
        writeCorpus(CORPUS);
        assertThat(run("--qrels", path("qrels.tsv"), "--json", path("out.json")))
                .isZero();
        for (String stage : List.of("bm25", "dense", "fused")) {
            List<String> lines = Files.readAllLines(folder.resolve("run." + stage));
            assertThat(lines)
                    .allMatch(line -> line.matches("\\d Q0 [tdp] \\d -?\\d+\\.\\d{6} " + stage))
                    .anyMatch(line -> line.startsWith("1 Q0 d 1 "))
                    .anyMatch(line -> line.startsWith("2 Q0 t 1 "));
        }
        JsonNode report = new JsonMapper().readTree(Files.readString(folder.resolve("out.json")));
        assertThat(report.path("documents").asInt()).isEqualTo(3);
        assertThat(report.path("model").asString()).startsWith("bge-small-zh");
        assertThat(report.path("host").path("cores").asInt()).isPositive();
        assertThat(report.path("stages")
                        .path(2)
                        .path("measures")
                        .path("recallAt5")
                        .asDouble())
                .isEqualTo(1.0);
    }

    @Test
    void takesVectorsFromTheCacheTheSecondTime() throws IOException {
        writeCorpus(CORPUS);
        assertThat(run("--cache", path("cache"))).isZero();
        List<String> first = Files.readAllLines(folder.resolve("run.dense"));
        long size = size(folder.resolve("cache"));
        assertThat(run("--cache", path("cache"))).isZero();
        assertThat(size(folder.resolve("cache"))).isEqualTo(size);
        assertThat(Files.readAllLines(folder.resolve("run.dense"))).isEqualTo(first);
    }

    @Test
    void goesOnAfterABadLineAndNamesIt() throws IOException {
        writeCorpus(List.of(CORPUS.get(0), "{broken", CORPUS.get(1), CORPUS.get(1), CORPUS.get(2)));
        assertThat(run("--json", path("out.json"))).isEqualTo(1);
        JsonNode report = new JsonMapper().readTree(Files.readString(folder.resolve("out.json")));
        assertThat(report.path("documents").asInt()).isEqualTo(3);
        assertThat(report.path("failures").path(0).asString()).startsWith("corpus.jsonl.gz:2：");
        assertThat(report.path("failures").path(1).asString()).startsWith("corpus.jsonl.gz:4：");
    }

    @Test
    void passesOverEmptyDocumentsForAStatedReason() throws IOException {
        writeCorpus(List.of(CORPUS.get(0), "{\"id\":\"e\",\"title\":\"\",\"text\":\" \"}"));
        assertThat(run()).isZero();
    }

    @Test
    void refusesWhatItCannotDo() throws IOException {
        writeCorpus(CORPUS);
        assertThat(run("--store", "milvus")).isEqualTo(2);
        assertThat(run("--stages", "bm25,reranked")).isEqualTo(2);
    }

    private int run(String... more) {
        String[] arguments = new String[7 + more.length];
        System.arraycopy(
                new String[] {
                    "retrieval",
                    "--corpus",
                    path("corpus.jsonl.gz"),
                    "--queries",
                    path("queries.jsonl"),
                    "--run",
                    path("run")
                },
                0,
                arguments,
                0,
                7);
        System.arraycopy(more, 0, arguments, 7, more.length);
        return Bench.run(arguments);
    }

    private void writeCorpus(List<String> lines) throws IOException {
        try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("corpus.jsonl.gz"))),
                StandardCharsets.UTF_8)) {
            out.write(String.join("\n", lines));
        }
    }

    private static long size(Path cache) throws IOException {
        try (var files = Files.list(cache)) {
            return Files.size(files.findFirst().orElseThrow());
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
