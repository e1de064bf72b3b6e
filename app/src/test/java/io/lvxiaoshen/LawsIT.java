package io.lvxiaoshen;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.ApiClient.Upload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Real laws, all in one upload: every article that a file has is one that the product has. */
@Tag("shared-data")
class LawsIT {
    /** Counts articles independently of the product: a line that begins with 第…条 and a space. */
    private static final Pattern ARTICLE =
            Pattern.compile("(?m)^\\s*(第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?)[\\s\u3000]");

    @TempDir
    Path data;

    @Test
    void everyArticleOfEveryFileCanBeFound() throws Exception {
        Path laws = Path.of(System.getProperty("shared.data"), "laws");
        assertThat(laws).as("development data").isDirectory();
        List<Upload> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(laws)) {
            for (Path file : (Iterable<Path>) all.sorted()::iterator) {
                files.add(Upload.of(file));
            }
        }
        try (ApplicationProcess process = ApplicationProcess.start(data)) {
            ApiClient client = new ApiClient(process.port());
            client.signIn(process.printedPassword());
            String knowledgeBase = client.createKnowledgeBase("法规");
            client.upload(knowledgeBase, files);
            List<JsonNode> documents = client.awaitAtRest(knowledgeBase, Duration.ofMinutes(10));
            assertThat(documents).hasSize(files.size());
            for (Upload file : files) {
                JsonNode document = documents.stream()
                        .filter(candidate -> candidate.get("name").asString().equals(file.name()))
                        .findFirst()
                        .orElseThrow();
                assertThat(document.get("stage").asString()).as(file.name()).isEqualTo("SEARCHABLE");
                assertThat(found(client, document)).as(file.name()).containsAll(expected(file));
            }
        }
    }

    private static Set<String> expected(Upload file) {
        return ARTICLE.matcher(new String(file.content(), StandardCharsets.UTF_8))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(ApiClient client, JsonNode document) throws Exception {
        return client.all("/api/documents/" + document.get("id").asString() + "/chunks").stream()
                .filter(chunk -> !chunk.get("article").isNull())
                .map(chunk -> chunk.get("article").get("label").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
