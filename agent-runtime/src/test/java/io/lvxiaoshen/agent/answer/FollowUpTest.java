package io.lvxiaoshen.agent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.agent.conversation.MessageStatus;
import io.lvxiaoshen.agent.conversation.Turn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpTest {
    private static final String FIRST = "擅自砍伐公园里的树木怎么处理？";

    @ParameterizedTest
    @ValueSource(strings = {"那罚款多少？", "它由谁负责？", "期限是多久？", "罚多少钱", "还有呢？", "需要什么材料？", "这个由谁审批？"})
    void joinsAQuestionThatPointsBackWithThePreviousOne(String question) {
        assertThat(FollowUp.complete(question, turns(FIRST))).isEqualTo(FIRST + " " + question);
    }

    @ParameterizedTest
    @ValueSource(strings = {"公园几点关门？", "养犬登记在哪里办？", "什么是湿垃圾？", "森林法第三十七条是什么", "植树节是哪天？"})
    void leavesAQuestionOfItsOwnAlone(String question) {
        assertThat(FollowUp.complete(question, turns(FIRST))).isEqualTo(question);
    }

    @Test
    void goesBackToTheQuestionThatStartedIt() {
        assertThat(FollowUp.complete("期限呢？", turns("设摊怎么罚？", FIRST, "那罚款多少？"))).isEqualTo(FIRST + " 那罚款多少？ 期限呢？");
    }

    @Test
    void passesOverSmallTalk() {
        assertThat(FollowUp.complete("那罚款多少？", turns(FIRST, "谢谢"))).isEqualTo(FIRST + " 那罚款多少？");
    }

    @Test
    void standsAloneAtTheBeginning() {
        assertThat(FollowUp.complete("那罚款多少？", List.of())).isEqualTo("那罚款多少？");
    }

    private static List<Turn> turns(String... questions) {
        return Stream.of(questions)
                .map(question -> new Turn(question, "答", MessageStatus.ANSWERED))
                .toList();
    }
}
