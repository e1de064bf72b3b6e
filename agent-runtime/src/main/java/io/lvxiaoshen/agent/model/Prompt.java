package io.lvxiaoshen.agent.model;

import io.lvxiaoshen.agent.conversation.Turn;
import java.util.List;

/**
 * What a language model is told.
 *
 * @param instructions what it is to do; ours alone, never text from documents or people
 * @param turns what was said before, oldest first
 * @param request the question with its evidence
 */
public record Prompt(String instructions, List<Turn> turns, String request) {
    public Prompt {
        turns = List.copyOf(turns);
    }
}
