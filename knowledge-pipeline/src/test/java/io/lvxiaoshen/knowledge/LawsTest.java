package io.lvxiaoshen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.platform.IdSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts articles in the raw files with a rule of its own and expects the product to have exactly these. */
@Tag("shared-data")
class LawsTest {
    private static final Pattern SOURCE_ARTICLE = Pattern.compile(
            "(?m)^[ \\u3000]*(?:#+ *|\\*\\*)?(第[零〇○一二三四五六七八九十百千两0-9]+条(?:之[一二三四五六七八九十]+)?)(?=[ \\u3000]|$)");
    private static final DocumentParser PARSER = DocumentParser.within(ReadingLimits.defaults());
    private static final Chunker CHUNKER = Chunker.of(ChunkSizes.defaults(), new IdSource());

    static List<Path> laws() {
        return SharedData.files("laws");
    }

    @AfterAll
    static void close() {
        PARSER.close();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void everyArticleOfTheFileIsOneOfTheProduct(Path law) throws IOException {
        List<String> inSource = SOURCE_ARTICLE
                .matcher(Files.readString(law))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        ParsedDocument document = PARSER.parse(law, law.getFileName().toString());
        List<Chunk> chunks = CHUNKER.chunk(document);

        assertThat(labels(chunks)).isEqualTo(inSource);
        assertThat(document.text()).doesNotContain("INFO END");
        assertThat(chunks).allSatisfy(chunk -> {
            assertThat(chunk.text()).hasSizeLessThanOrEqualTo(500);
            assertThat(chunk.headingPath().get(0)).isEqualTo(document.title());
        });
    }

    private static List<String> labels(List<Chunk> chunks) {
        List<String> labels = new ArrayList<>();
        for (Chunk chunk : chunks) {
            if (chunk.article() != null
                    && chunk.text().strip().startsWith(chunk.article().label())) {
                labels.add(chunk.article().label());
            }
        }
        return labels;
    }
}
