package io.lvxiaoshen.agent.extract;

import io.lvxiaoshen.agent.answer.AnswerSink;
import io.lvxiaoshen.agent.conversation.Citation;
import java.util.List;

/** For tests to which only the outcome matters. */
final class Unheard implements AnswerSink {
    @Override
    public void evidence(List<Citation> citations) {}

    @Override
    public void delta(String text) {}

    @Override
    public boolean ended() {
        return false;
    }

    @Override
    public void whenEnded(Runnable action) {}
}
