package io.lvxiaoshen.agent.run;

import io.lvxiaoshen.agent.conversation.Citation;
import io.lvxiaoshen.agent.conversation.Exchange;
import io.lvxiaoshen.agent.conversation.Message;
import java.util.List;

/**
 * Watches an answer come about. Called in order, never twice at a time, and must return at once: whoever watches never
 * slows the answer down.
 */
public interface RunListener {

    /** Question and running answer are stored. */
    void started(Exchange exchange);

    /** What the answer will cite; replaces what was said before. */
    void evidence(List<Citation> citations);

    /** More of the answer's text. */
    void delta(String text);

    /** The answer has ended and is stored as given here; the last call. */
    void finished(Message answer);

    /** The answer's end could not be stored; what is stored must be read again. The last call. */
    void lost();
}
