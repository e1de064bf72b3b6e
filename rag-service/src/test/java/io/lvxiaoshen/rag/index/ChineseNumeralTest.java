package io.lvxiaoshen.rag.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumeralTest {

    @ParameterizedTest
    @CsvSource({
        "一,1",
        "十,10",
        "十三,13",
        "二十,20",
        "二十三,23",
        "一百,100",
        "一百零五,105",
        "一百二十,120",
        "一百一十,110",
        "二百九十九,299",
        "一千二百六十,1260",
        "一千零一,1001",
        "两百,200",
        "二〇三,203",
        "23,23",
        "１２０,120"
    })
    void readsNumbersAsStatutesWriteThem(String text, int expected) {
        assertThat(ChineseNumeral.parse(text)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "条", "一条", "99999", "12345678901234567890", "三千千千千千千"})
    void takesNothingElseForANumber(String text) {
        assertThat(ChineseNumeral.parse(text)).isEmpty();
    }
}
