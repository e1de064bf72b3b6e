package io.lvxiaoshen.agent.answer;

import io.lvxiaoshen.agent.conversation.Citation;
import java.util.List;

/** Takes an answer while it is written. Once the run has ended, whatever comes is ignored. */
public interface AnswerSink {

    /** Announces what the answer will cite; replaces what was announced before. */
    void evidence(List<Citation> citations);

    /** Adds to the answer's text. */
    void delta(String text);

    /** Returns whether writing on is of no use any more. */
    boolean ended();

    /** Runs {@code action} when the run ends, whatever ends it; at once if it has. */
    void whenEnded(Runnable action);
}
