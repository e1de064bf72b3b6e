package io.lvxiaoshen.agent.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleNumberTest {

    @ParameterizedTest
    @CsvSource({
        "森林法第三十七条是什么,37,0",
        "第37条,37,0",
        "第３７条,37,0",
        "第十条,10,0",
        "第一百二十条之一,120,1",
        "第一百零八条,108,0",
        "第二百条,200,0",
        "第 十二 条,12,0"
    })
    void readsTheWaysInWhichPeopleWriteIt(String text, int number, int insertion) {
        assertThat(ArticleNumber.in(text)).contains(new ArticleNumber(number, insertion));
    }

    @Test
    void findsNoneWhereNoneIsNamed() {
        assertThat(ArticleNumber.in("哪一条规定了罚款？")).isEmpty();
        assertThat(ArticleNumber.in(null)).isEmpty();
    }
}
