package io.lvxiaoshen.agent.conversation;

/**
 * An earlier question of a conversation and how it was answered.
 *
 * @param question as it was asked
 * @param answer the answer's text, with citation numbers
 * @param status how it ended
 */
public record Turn(String question, String answer, MessageStatus status) {}
