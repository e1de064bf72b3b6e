package io.lvxiaoshen.agent.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.rag.Evidence;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UnitSplitterTest {

    @Test
    void endsASentenceAfterItsMarkAndWhatClosesIt() {
        assertThat(split("他说：“可以。”她问：行吗？不行！好；算了。")).containsExactly("他说：“可以。”", "她问：行吗？", "不行！", "好；算了。");
    }

    @Test
    void endsASentenceWithItsParagraph() {
        assertThat(split("第一款没有句号\n第二款。第三句。")).containsExactly("第一款没有句号", "第二款。", "第三句。");
    }

    @Test
    void keepsALeadInWithItsItems() {
        assertThat(split("第八条 不得有下列行为：\n（一）设摊；\n（二）烧烤。炭火也算。\n违反的，责令改正。"))
                .containsExactly("第八条 不得有下列行为：|（一）设摊；|（二）烧烤。炭火也算。", "违反的，责令改正。");
    }

    @Test
    void keepsWhatStandsBeforeALeadInApart() {
        assertThat(split("本规定适用于公园。申请人应当提交：\n1.申请书；\n2.图纸。")).containsExactly("本规定适用于公园。", "申请人应当提交：|1.申请书；|2.图纸。");
    }

    @Test
    void keepsATableTogether() {
        assertThat(split("| 项目 | 金额 |\n| --- | --- |\n| 门票 | 十元 |\n说明。"))
                .containsExactly("| 项目 | 金额 ||| --- | --- ||| 门票 | 十元 |", "说明。");
    }

    @Test
    void knowsWhereEveryPartStands() {
        String text = "  第一句。 第二句。\n\n　第三句：\n（一）甲；\n（二）乙。";
        Passage passage = passage(text);
        for (Unit unit : UnitSplitter.split(passage)) {
            for (Span part : unit.parts()) {
                assertThat(text.substring(part.start() - 100, part.end() - 100)).isEqualTo(part.text());
            }
        }
    }

    private static List<String> split(String text) {
        return UnitSplitter.split(passage(text)).stream()
                .map(unit -> unit.parts().stream().map(Span::text).collect(Collectors.joining("|")))
                .toList();
    }

    private static Passage passage(String text) {
        return Passage.of(List.of(new Evidence(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        new UUID(0, 3),
                        "文件",
                        List.of("文件"),
                        null,
                        text,
                        100,
                        100 + text.length(),
                        new Evidence.Scores(1, 1, 1, 1))))
                .get(0);
    }
}
