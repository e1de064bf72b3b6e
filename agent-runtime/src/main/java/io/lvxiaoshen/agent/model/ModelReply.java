package io.lvxiaoshen.agent.model;

/**
 * What a language model wrote.
 *
 * @param text the whole reply
 * @param cutShort whether it ended because it reached the longest reply allowed
 */
public record ModelReply(String text, boolean cutShort) {}
