package io.lvxiaoshen.knowledge.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lvxiaoshen.knowledge.Chunk;
import io.lvxiaoshen.knowledge.ChunkSizes;
import io.lvxiaoshen.knowledge.Chunker;
import io.lvxiaoshen.knowledge.DocumentParser;
import io.lvxiaoshen.knowledge.Element;
import io.lvxiaoshen.knowledge.ElementType;
import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.ParsedDocument;
import io.lvxiaoshen.knowledge.ReadingLimits;
import io.lvxiaoshen.knowledge.RefusalReason;
import io.lvxiaoshen.knowledge.Samples;
import io.lvxiaoshen.platform.IdSource;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileParserTest {
    private static final DocumentParser PARSER = DocumentParser.within(ReadingLimits.defaults());
    private static final String PLAIN = """
            滨江绿地养护办法
            　　第一章　总则
            　　第一条　为了养护滨江绿地，制定本办法。
            　　第二条　违反本办法
            第九条规定的，由市容部门处罚。
            　　第三条　本办法自公布之日起施行。第四条　原办法同时废止。
            """;

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        PARSER.close();
    }

    @Test
    void readsMarkdownWithoutItsMarks() {
        ParsedDocument document =
                parse("办法.md", Samples.text(Samples.STATUTE + "\n| 项 | 额 |\n|---|---|\n| **甲** | 1 |\n"));
        assertThat(document.title()).isEqualTo("滨江绿地养护办法");
        assertThat(document.mediaType()).isEqualTo("text/markdown");
        assertThat(document.text()).doesNotContain("INFO END", "**", "#");
        assertThat(headings(document)).containsExactly("1 滨江绿地养护办法", "2 第一章 总则", "2 第二章 养护", "3 第一节 日常养护", "3 第二节 应急");
        assertThat(document.elements().get(document.elements().size() - 1).text())
                .isEqualTo("| 项 | 额 |\n| --- | --- |\n| 甲 | 1 |");
    }

    @Test
    void findsTheStructureOfAPlainStatute() {
        ParsedDocument document = parse("办法.txt", Samples.text(PLAIN));
        assertThat(document.title()).isEqualTo("滨江绿地养护办法");
        assertThat(articles(document)).containsExactly("1", "2", "3", "4");
    }

    @Test
    void readsChineseInItsNationalEncoding() {
        byte[] national = PLAIN.getBytes(Charset.forName("GB18030"));
        assertThat(parse("办法.txt", national).text())
                .isEqualTo(parse("办法.txt", Samples.text(PLAIN)).text());
        String page = "<html><head><meta charset=\"gb2312\"></head><body><h1>绿化</h1><p>第一条 养护\n绿地。</p></body></html>";
        ParsedDocument html = parse("页.html", page.getBytes(Charset.forName("GB18030")));
        assertThat(html.text()).isEqualTo("绿化\n第一条 养护绿地。");
        assertThat(parse("办法.txt", ("\uFEFF" + PLAIN).getBytes(StandardCharsets.UTF_16LE))
                        .title())
                .isEqualTo("滨江绿地养护办法");
    }

    @Test
    void findsTheStructureOfAStatuteInDocx() {
        ParsedDocument document = parse("办法.docx", Samples.docx("滨江绿地养护办法", "第一章 总则", "第一条 养护绿地。", "（一）浇水；"));
        assertThat(document.title()).isEqualTo("滨江绿地养护办法");
        assertThat(headings(document)).containsExactly("1 滨江绿地养护办法", "2 第一章 总则");
        assertThat(articles(document)).containsExactly("1");
    }

    @Test
    void dropsWhatStandsOnEveryPageAndSaysOnWhichPageTheRestStands() {
        ParsedDocument document = parse("text.pdf", Samples.pdf(3, "Green spaces are kept.", "They are kept daily."));
        assertThat(document.pages()).isEqualTo(3);
        assertThat(document.elements()).extracting(Element::page).containsExactly(1, 2, 3);
        assertThat(document.text()).doesNotContain("Office", "- 2 -").contains("daily.");
    }

    @Test
    void refusesWithAReason() throws Exception {
        assertThat(refusal("空.txt", new byte[0])).isEqualTo(RefusalReason.EMPTY_FILE);
        assertThat(refusal("白.txt", Samples.text(" \n\t\n"))).isEqualTo(RefusalReason.NO_TEXT);
        assertThat(refusal("空.pdf", Samples.pdf(0))).isEqualTo(RefusalReason.NO_TEXT);
        assertThat(refusal("扫描.pdf", Samples.pdf(1))).isEqualTo(RefusalReason.NO_TEXT);
        assertThat(refusal("密.pdf", Samples.encryptedPdf())).isEqualTo(RefusalReason.ENCRYPTED);
        assertThat(refusal("密.docx", Samples.encryptedDocx())).isEqualTo(RefusalReason.ENCRYPTED);
        assertThat(refusal("假.docx", Samples.pdf(1, "x"))).isEqualTo(RefusalReason.WRONG_EXTENSION);
        assertThat(refusal("假.txt", Samples.docx("x"))).isEqualTo(RefusalReason.WRONG_EXTENSION);
        assertThat(refusal("假.txt", new byte[] {'M', 'Z', 0, 1, 2, 3, 0, 0})).isEqualTo(RefusalReason.WRONG_EXTENSION);
        assertThat(refusal("图.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}))
                .isEqualTo(RefusalReason.UNSUPPORTED_TYPE);
        assertThat(refusal("炸.docx", Samples.docxBomb(600))).isEqualTo(RefusalReason.INFLATES_TOO_MUCH);
        byte[] whole = Samples.docx("第一条 养护绿地。".repeat(500));
        assertThat(refusal("半.docx", java.util.Arrays.copyOf(whole, whole.length / 2)))
                .isEqualTo(RefusalReason.DAMAGED);
        byte[] broken = Samples.text("第一条 绿地应当养护。第二条 违者处罚。");
        broken[10] = (byte) 0xFF;
        assertThat(refusal("坏.txt", broken)).isEqualTo(RefusalReason.UNKNOWN_ENCODING);
        assertThat(refusal("坏.md", broken)).isEqualTo(RefusalReason.UNKNOWN_ENCODING);
    }

    @Test
    void holdsToItsLimits() throws Exception {
        ReadingLimits tight = new ReadingLimits(1 << 20, 100, 1 << 20, Duration.ofSeconds(60), 1);
        try (DocumentParser parser = DocumentParser.within(tight)) {
            assertThat(refusal(parser, "长.txt", Samples.text("绿".repeat(101)))).isEqualTo(RefusalReason.TEXT_TOO_LONG);
            assertThat(refusal(parser, "大.txt", new byte[(1 << 20) + 1])).isEqualTo(RefusalReason.FILE_TOO_LARGE);
        }
        ReadingLimits hasty = new ReadingLimits(1 << 26, 20_000_000, 1 << 26, Duration.ofMillis(1), 1);
        try (DocumentParser parser = DocumentParser.within(hasty)) {
            assertThat(refusal(parser, "慢.docx", Samples.docx("绿".repeat(100_000))))
                    .isEqualTo(RefusalReason.TIMED_OUT);
        }
    }

    private ParsedDocument parse(String name, byte[] content) {
        return PARSER.parse(written(content), name);
    }

    private RefusalReason refusal(String name, byte[] content) throws IOException {
        return refusal(PARSER, name, content);
    }

    private RefusalReason refusal(DocumentParser parser, String name, byte[] content) throws IOException {
        Path file = written(content);
        FileRefusedException refused = assertThatExceptionOfType(FileRefusedException.class)
                .as(name)
                .isThrownBy(() -> parser.parse(file, name))
                .actual();
        assertThat(refused.getMessage()).isNotBlank();
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
        return refused.reason();
    }

    private Path written(byte[] content) {
        try {
            return Files.write(folder.resolve("content"), content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> headings(ParsedDocument document) {
        return document.elements().stream()
                .filter(element -> element.type() == ElementType.HEADING)
                .map(element -> element.level() + " " + element.text())
                .toList();
    }

    private static List<String> articles(ParsedDocument document) {
        return Chunker.of(ChunkSizes.defaults(), new IdSource()).chunk(document).stream()
                .map(Chunk::article)
                .filter(article -> article != null)
                .map(article -> article.key())
                .distinct()
                .toList();
    }
}
