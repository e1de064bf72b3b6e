package io.lvxiaoshen.knowledge.statute;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.knowledge.Article;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleHeadTest {

    @ParameterizedTest
    @CsvSource({
        "第一条 为了, 1, 0",
        "第十条　为了, 10, 0",
        "第二十三条：为了, 23, 0",
        "第一百〇五条 为了, 105, 0",
        "第一百零二条 为了, 102, 0",
        "第一百二十条之一 为了, 120, 1",
        "第一千二百六十条 本法, 1260, 0",
        "第12条 本法, 12, 0",
        "第１２条 本法, 12, 0",
        "第一二〇条 本法, 120, 0",
        "第两百条 本法, 200, 0",
        "第 三 条 本法, 3, 0"
    })
    void readsTheNumber(String line, int number, int insertion) {
        ArticleHead head = ArticleHead.of(line).orElseThrow();
        assertThat(head.article().number()).isEqualTo(number);
        assertThat(head.article().insertion()).isEqualTo(insertion);
        assertThat(head.form()).isEqualTo(ArticleHead.Form.SEPARATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"第十一条规定的单位，应当演练。", "第三条第二款规定的情形", "第五条、第六条所列行为", "第三条（二）项所称单位", "第八条和第九条", "第四条的规定"})
    void knowsAReference(String line) {
        assertThat(ArticleHead.of(line).orElseThrow().form()).isEqualTo(ArticleHead.Form.REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"第二款 前款", "依照第三条 规定", "第条 空", "第十十条 错", "条 空"})
    void findsNoNumberWhereThereIsNone(String line) {
        assertThat(ArticleHead.of(line)).isEmpty();
    }

    @Test
    void takesAJoinedNumberForAnArticleWhenItIsDue() {
        ArticleSequence sequence = new ArticleSequence();
        List<String> opened = List.of(
                        "第一条为了养护绿地，制定本办法。",
                        "第二条中华人民共和国境内适用本办法。",
                        "第九条要求的单位应当遵守。",
                        "第三条及时养护。",
                        "第三条之一建立台账。",
                        "第六条中间几条已经删去。")
                .stream()
                .flatMap(line -> sequence.next(line).stream())
                .map(ArticleHead::article)
                .map(Article::key)
                .toList();
        assertThat(opened).containsExactly("1", "2", "3", "3-1", "6");
    }

    @ParameterizedTest
    @CsvSource({"第一章 总则, CHAPTER", "第二章　规划、建设和管理, CHAPTER", "第三节绿化养护, SECTION", "第一编 总则, BOOK", "第二分编 通则, SUB_BOOK"})
    void knowsTheHeadingOfADivision(String line, DivisionHead.Division division) {
        assertThat(DivisionHead.of(line)).contains(division);
    }

    @ParameterizedTest
    @ValueSource(strings = {"第三章规定的行为，由市容部门处罚。", "第二章、第三章的规定", "第一章 本章的规定适用于下列情形：", "第三章第二节的规定"})
    void takesASentenceAboutADivisionForText(String line) {
        assertThat(DivisionHead.of(line)).isEmpty();
    }
}
