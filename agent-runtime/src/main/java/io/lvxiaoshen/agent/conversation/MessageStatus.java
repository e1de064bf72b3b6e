package io.lvxiaoshen.agent.conversation;

/** Where a message stands. Every status but {@link #RUNNING} is final. */
public enum MessageStatus {
    /** The answer is being written. */
    RUNNING,
    /** Complete; a question is always so. */
    ANSWERED,
    /** The knowledge bases do not answer the question; the text says so. */
    REFUSED,
    /** No answer came about; the reason says why. */
    FAILED,
    /** Stopped by the person who asked; the text is what had been written by then. */
    CANCELLED
}
