package io.lvxiaoshen.agent.answer;

import io.lvxiaoshen.agent.conversation.MessageStatus;
import io.lvxiaoshen.agent.conversation.Outcome;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Greetings and questions about the assistant itself, which no document answers. */
final class SmallTalk {
    private static final String INTRODUCTION = "您好，我是绿小申，上海市绿化和市容管理局的知识助手。"
            + "我根据知识库中的法规、规章和文件回答问题，并为每句话标明出处，点击出处即可查看原文。"
            + "您可以直接提问，例如“在公共绿地内设摊怎么处罚？”，也可以查询条文，例如“某某条例第十条”。"
            + "知识库中没有的内容，我会如实告诉您。";
    private static final String WELCOME = "不客气。如有其他关于法规、规章和文件的问题，请继续提问。";
    private static final String FAREWELL = "再见，欢迎随时提问。";
    private static final String NOTE = "固定答复，不引用知识库内容。";

    private static final Set<String> GREETINGS = Set.of(
            "你好", "您好", "你好啊", "你好呀", "您好啊", "大家好", "嗨", "哈喽", "哈罗", "hi", "hello", "hey", "在吗", "在么", "在不在", "有人吗",
            "早", "早上好", "上午好", "中午好", "下午好", "晚上好", "绿小申", "小申", "你好绿小申", "您好绿小申", "绿小申你好", "小申你好", "你好小申", "请问在吗",
            "test", "测试");
    private static final Set<String> ABOUT = Set.of(
            "你是谁",
            "您是谁",
            "你叫什么",
            "你叫什么名字",
            "你是什么",
            "你是机器人吗",
            "你是人吗",
            "你是真人吗",
            "你是ai吗",
            "你是做什么的",
            "你是干什么的",
            "你能做什么",
            "你会做什么",
            "你能干什么",
            "你会干什么",
            "你会什么",
            "你可以做什么",
            "你有什么功能",
            "你有什么用",
            "你能帮我做什么",
            "你能回答什么问题",
            "你能回答什么",
            "介绍一下你自己",
            "介绍一下自己",
            "请介绍一下你自己",
            "请介绍你自己",
            "自我介绍",
            "自我介绍一下",
            "怎么用",
            "怎么使用",
            "如何使用",
            "使用说明",
            "帮助",
            "help",
            "绿小申是谁",
            "绿小申是什么",
            "什么是绿小申",
            "你好你是谁",
            "您好你是谁",
            "你好你能做什么",
            "您好您能做什么",
            "您能做什么",
            "你是哪个模型",
            "你是什么模型");
    private static final Set<String> THANKS = Set.of(
            "谢谢", "谢谢你", "谢谢您", "多谢", "感谢", "非常感谢", "谢了", "thanks", "thankyou", "好的", "好的谢谢", "好", "明白了", "知道了", "收到");
    private static final Set<String> FAREWELLS = Set.of("再见", "拜拜", "bye", "goodbye", "下次见", "回头见");

    private SmallTalk() {}

    /** Returns the fixed reply if the whole question is small talk. */
    static Optional<String> reply(String question) {
        String bare = bare(question);
        if (GREETINGS.contains(bare) || ABOUT.contains(bare)) {
            return Optional.of(INTRODUCTION);
        }
        if (THANKS.contains(bare)) {
            return Optional.of(WELCOME);
        }
        return FAREWELLS.contains(bare) ? Optional.of(FAREWELL) : Optional.empty();
    }

    /** A reply is an answer without citations and says that it is not from the sources. */
    static Outcome outcome(String reply) {
        return new Outcome(MessageStatus.ANSWERED, reply, null, null, List.of(), NOTE);
    }

    private static String bare(String question) {
        String folded = Normalizer.normalize(question, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder bare = new StringBuilder();
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        int end = bare.length();
        while (end > 1 && "啊呀呢哦吧嘛".indexOf(bare.charAt(end - 1)) >= 0) {
            end--;
        }
        return bare.substring(0, end);
    }
}
