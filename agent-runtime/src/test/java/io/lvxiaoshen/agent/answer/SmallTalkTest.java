package io.lvxiaoshen.agent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkTest {

    @ParameterizedTest
    @ValueSource(strings = {"你好", "您好！", "Hello", "ＨＩ", "你是谁？", "你能做什么呢？", "你好呀～", "谢谢！", "再见"})
    void repliesToGreetings(String question) {
        assertThat(SmallTalk.reply(question)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好，公园里可以遛狗吗？", "谁负责绿化？", "能做什么处罚？", "？", "帮助残疾人有哪些规定"})
    void leavesQuestionsToTheSources(String question) {
        assertThat(SmallTalk.reply(question)).isEmpty();
    }
}
