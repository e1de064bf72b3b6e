package io.lvxiaoshen.agent.conversation;

/** Who speaks. */
public enum MessageRole {
    /** The person who asks. */
    USER,
    /** 绿小申. */
    ASSISTANT
}
