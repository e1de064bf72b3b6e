package io.lvxiaoshen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandTest {
    @TempDir
    Path folder;

    @Test
    void writesALineForEveryFileWhetherReadOrRefused() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files/below"));
        Files.writeString(files.resolve("办法.md"), "# 行道树办法\n\n第一条 行道树由区绿化部门管理。\n\n第二条 每年修剪一次。\n");
        Files.createFile(files.resolve("空.txt"));
        Path out = folder.resolve("out.jsonl");
        Path json = folder.resolve("report.json");

        int status = Bench.run(
                "ingest",
                "--files",
                folder.resolve("files").toString(),
                "--out",
                out.toString(),
                "--json",
                json.toString());

        List<String> lines = Files.readAllLines(out);
        assertThat(status).as("a refusal with its reason is no failure").isZero();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("below/办法.md", "\"status\":\"PARSED\"", "\"articles\":2");
        assertThat(lines.get(1)).contains("below/空.txt", "\"status\":\"REJECTED\"", "file-empty");
        assertThat(Files.readString(json)).contains("\"parsed\" : 1", "\"rejected\" : 1", "\"commit\"");
    }
}
