package io.lvxiaoshen.agent.model;

import io.lvxiaoshen.agent.answer.AnswerSink;
import io.lvxiaoshen.agent.conversation.Citation;
import java.util.ArrayList;
import java.util.List;

/** Keeps what an answer says while it is written. */
final class RecordingSink implements AnswerSink {
    private final StringBuffer text = new StringBuffer();
    private final List<Runnable> atEnd = new ArrayList<>();
    private volatile boolean ended;

    String text() {
        return text.toString();
    }

    void end() {
        ended = true;
        atEnd.forEach(Runnable::run);
    }

    @Override
    public void evidence(List<Citation> citations) {}

    @Override
    public void delta(String more) {
        text.append(more);
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public void whenEnded(Runnable action) {
        atEnd.add(action);
    }
}
