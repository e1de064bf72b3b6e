package io.lvxiaoshen.agent.answer;

import io.lvxiaoshen.agent.AnswerMode;
import io.lvxiaoshen.agent.conversation.MessageStatus;
import io.lvxiaoshen.agent.conversation.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said when the evidence does not answer the question. */
public final class Refusal {
    private static final String TEXT =
            "知识库中没有找到能回答这个问题的内容。\n\n" + "您可以：换一种说法，写明具体的事项、行为或法规名称后再问；或检查本会话所选的知识库是否包含相关文件；如需补充文件，请联系知识库管理员上传。";

    private Refusal() {}

    /** Returns the refusal as an answer's end. */
    public static Outcome outcome(AnswerMode mode, @Nullable String model) {
        return new Outcome(MessageStatus.REFUSED, TEXT, mode, model, List.of(), null);
    }
}
