package io.lvxiaoshen.agent;

/** How an answer comes about. */
public enum AnswerMode {
    /** Sentences taken word for word from the sources; needs no model service. */
    EXTRACTIVE,
    /** Written by a language model from the sources. */
    MODEL
}
