package io.lvxiaoshen.knowledge.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.knowledge.DocumentParser;
import io.lvxiaoshen.knowledge.Element;
import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.ParsedDocument;
import io.lvxiaoshen.knowledge.ReadingLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the elements of every text, however odd. */
class ElementPropertiesTest {

    @Property(tries = 150)
    void everyElementStandsWhereItSays(@ForAll("texts") String text, @ForAll boolean markdown) throws IOException {
        String name = markdown ? "任意.md" : "任意.txt";
        Path file = Files.createTempFile("any", ".text");
        try (DocumentParser parser = DocumentParser.within(ReadingLimits.defaults())) {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            check(parser.parse(file, name));
        } catch (FileRefusedException refused) {
            assertThat(refused.hint()).isNotBlank();
        } finally {
            Files.delete(file);
        }
    }

    private static void check(ParsedDocument document) {
        assertThat(document.title()).isNotBlank();
        assertThat(document.text())
                .isEqualTo(String.join(
                        "\n", document.elements().stream().map(Element::text).toList()));
        int ordinal = 0;
        for (Element element : document.elements()) {
            assertThat(element.ordinal()).isEqualTo(ordinal++);
            assertThat(document.text().substring(element.start(), element.end()))
                    .isEqualTo(element.text());
            assertThat(element.text())
                    .doesNotStartWith("\n")
                    .doesNotEndWith("\n")
                    .isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(200);
        Arbitrary<String> marks = Arbitraries.of(
                "# 标题\n",
                "第一章 总则\n",
                "第一条 养护。",
                "第二条 修剪。\n\n",
                "- 项\n",
                "1. 项\n",
                "|a|b|\n|-|-|\n|c|d|\n",
                "    代码\n",
                "<!-- 注 -->",
                "<b>粗</b>",
                "**重**",
                "\u3000\u3000",
                "\r\n",
                "\u0000",
                "\uFEFF",
                "\uD83C\uDF33");
        return Arbitraries.oneOf(anything, marks, marks, marks)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
