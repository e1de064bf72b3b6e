package io.lvxiaoshen.agent.answer;

import io.lvxiaoshen.agent.conversation.Turn;
import io.lvxiaoshen.rag.Evidence;
import java.util.List;

/**
 * What an answer may be made of.
 *
 * @param question as the person asked it
 * @param subject the question made complete: what was searched for, see {@link FollowUp}
 * @param turns earlier turns of the conversation, oldest first
 * @param evidence passages found, best first; maybe none
 */
public record Grounding(String question, String subject, List<Turn> turns, List<Evidence> evidence) {
    public Grounding {
        turns = List.copyOf(turns);
        evidence = List.copyOf(evidence);
    }
}
