package io.lvxiaoshen.knowledge.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.knowledge.Chunk;
import io.lvxiaoshen.knowledge.ChunkSizes;
import io.lvxiaoshen.knowledge.Chunker;
import io.lvxiaoshen.knowledge.Element;
import io.lvxiaoshen.knowledge.ElementType;
import io.lvxiaoshen.knowledge.ParsedDocument;
import io.lvxiaoshen.knowledge.statute.ArticleHead;
import io.lvxiaoshen.platform.IdSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for the chunks of every document. */
class ChunkingPropertiesTest {
    private final IdSource ids = new IdSource();

    @Property(tries = 300)
    void chunksAreOrderedApartAndWithinTheMaximum(
            @ForAll("documents") ParsedDocument document, @ForAll @IntRange(min = 16, max = 120) int maximum) {
        int end = 0;
        int ordinal = 0;
        for (Chunk chunk : chunks(document, maximum)) {
            assertThat(chunk.ordinal()).isEqualTo(ordinal++);
            assertThat(chunk.start()).isGreaterThanOrEqualTo(end);
            assertThat(chunk.text()).hasSizeLessThanOrEqualTo(maximum);
            assertThat(chunk.text()).isEqualTo(document.text().substring(chunk.start(), chunk.end()));
            end = chunk.end();
        }
    }

    @Property(tries = 300)
    void everyCharacterIsInAChunkOrInAHeadingPath(
            @ForAll("documents") ParsedDocument document, @ForAll @IntRange(min = 16, max = 120) int maximum) {
        List<Chunk> chunks = chunks(document, maximum);
        boolean[] covered = new boolean[document.text().length()];
        Set<String> titles = new HashSet<>();
        for (Chunk chunk : chunks) {
            java.util.Arrays.fill(covered, chunk.start(), chunk.end(), true);
            titles.addAll(chunk.headingPath());
        }
        for (Element element : document.elements()) {
            boolean inPath = element.type() == ElementType.HEADING && titles.contains(element.text());
            for (int i = element.start(); i < element.end() && !inPath; i++) {
                assertThat(covered[i] || Character.isWhitespace(document.text().charAt(i)))
                        .as("character %d of %s", i, element)
                        .isTrue();
            }
        }
    }

    @Property(tries = 300)
    void noChunkHoldsTextOfTwoArticles(
            @ForAll("documents") ParsedDocument document, @ForAll @IntRange(min = 16, max = 120) int maximum) {
        List<Chunk> chunks = chunks(document, maximum);
        for (Element element : document.elements()) {
            if (element.type() == ElementType.TABLE
                    || ArticleHead.of(element.text()).isEmpty()) {
                continue;
            }
            Chunk first = chunks.stream()
                    .filter(chunk -> chunk.start() <= element.start() && element.start() < chunk.end())
                    .findFirst()
                    .orElseThrow();
            assertThat(first.start()).as("an article begins a chunk").isEqualTo(element.start());
            assertThat(first.article())
                    .isEqualTo(ArticleHead.of(element.text()).orElseThrow().article());
        }
    }

    private List<Chunk> chunks(ParsedDocument document, int maximum) {
        return Chunker.of(new ChunkSizes(Math.max(1, maximum * 4 / 5), maximum), ids)
                .chunk(document);
    }

    @Provide
    Arbitrary<ParsedDocument> documents() {
        return parts().list().ofMinSize(1).ofMaxSize(25).map(ChunkingPropertiesTest::document);
    }

    private static Arbitrary<Part> parts() {
        Arbitrary<String> sentences = Arbitraries.strings()
                .withChars("绿地养护单位 ，。；！x7”）\uD83C\uDF33")
                .ofMinLength(1)
                .ofMaxLength(150)
                .map(text -> "文" + text.strip());
        Arbitrary<Part> headings = Arbitraries.integers().between(1, 4).flatMap(level -> Arbitraries.of(
                        "总则", "附则", "养护", "目录")
                .map(text -> new Part(ElementType.HEADING, level, text)));
        Arbitrary<Part> articles = Arbitraries.of("第一条 ", "第二条 ", "第二条之一 ", "第十条　")
                .flatMap(label -> sentences.map(text -> new Part(ElementType.PARAGRAPH, 0, label + text)));
        Arbitrary<Part> items = sentences.map(text -> new Part(ElementType.LIST_ITEM, 0, "（一）" + text));
        Arbitrary<Part> points = sentences.map(text -> new Part(ElementType.PARAGRAPH, 0, "二、" + text));
        Arbitrary<Part> tables = Arbitraries.integers()
                .between(1, 9)
                .map(rows ->
                        new Part(ElementType.TABLE, 0, "| 项目 | 标准 |\n| --- | --- |" + "\n| 草坪 | 每月修剪 |".repeat(rows)));
        Arbitrary<Part> paragraphs = sentences.map(text -> new Part(ElementType.PARAGRAPH, 0, text));
        return Arbitraries.oneOf(headings, articles, items, points, tables, paragraphs);
    }

    private static ParsedDocument document(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        List<Element> elements = new ArrayList<>();
        for (Part part : parts) {
            text.append(text.isEmpty() ? "" : "\n");
            int start = text.length();
            text.append(part.text());
            elements.add(
                    new Element(elements.size(), part.type(), part.level(), part.text(), start, text.length(), null));
        }
        return new ParsedDocument("总则", "text/plain", text.toString(), elements, 0);
    }

    private record Part(ElementType type, int level, String text) {}
}
