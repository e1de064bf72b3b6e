package io.lvxiaoshen.rag.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "请问青湖市绿地条例第二十三条怎么规定,青湖市绿地条例,23",
        "《青湖市绿地条例》第23条,青湖市绿地条例,23",
        "《青湖市绿地条例》（2018年修正）第 ２３ 条,青湖市绿地条例,23",
        "绿地条例中的第一百二十条之一讲了什么,青湖市绿地条例,120-1",
        "《绿地条例》第5条之二,青湖市绿地条例,5-2",
        "中华人民共和国树木法的第三条,中华人民共和国树木法,3",
        "树木法第三条,中华人民共和国树木法,3"
    })
    void findsStatuteAndNumber(String question, String title, String key) {
        assertThat(ArticleReference.in(question)).singleElement().satisfies(reference -> {
            assertThat(reference.key()).isEqualTo(key);
            assertThat(reference.fit(title)).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource({"青湖市绿地条例第二十三条,青湖市湿地条例", "《绿地条例》第二十三条,青湖市河道管理条例", "根据该条例第三条,青湖市绿地条例"})
    void leavesOtherStatutesAlone(String question, String title) {
        assertThat(ArticleReference.in(question))
                .allSatisfy(reference -> assertThat(reference.fit(title)).isZero());
    }

    @Test
    void prefersTheFullTitle() {
        ArticleReference reference = ArticleReference.in("青湖市绿地条例第一条").get(0);
        assertThat(reference.fit("青湖市绿地条例")).isGreaterThan(reference.fit("绿地条例"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"第三条说了什么", "共有几条规定", "绿地条例有哪些条款", ""})
    void findsNoneWithoutStatuteOrNumber(String question) {
        assertThat(ArticleReference.in(question)).isEmpty();
    }
}
