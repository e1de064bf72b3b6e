package io.lvxiaoshen.agent.answer;

import io.lvxiaoshen.agent.conversation.Turn;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Completes a question that only makes sense after the one before it, such as 「那罚款多少？」 or 「它由谁负责？」.
 *
 * <p>A question leans on its predecessor if it is short and either points back (那、它、这个、上述 …) or holds, besides
 * question words, hardly anything of its own. It is then searched and matched together with the previous question; where
 * that one leans too, with the one before it, at most {@link #TURNS} back.
 */
final class FollowUp {
    /** How many earlier questions may be drawn in. */
    static final int TURNS = 3;

    private static final int SHORT = 18;
    private static final int LITTLE_CONTENT = 8;
    private static final int HARDLY_ANY_CONTENT = 2;
    private static final Pattern POINTING =
            Pattern.compile("^(那|那么|它|他们|她|这|该|此|其|上述|前述|还有|另外|此外|然后|如果没|否则)|它|这个|这些|这种|这样|那个|那些|那种|上述|前者|后者|上面|刚才");
    private static final Pattern NO_CONTENT =
            Pattern.compile("是什么|为什么|什么时候|什么|怎么办|怎么|怎样|如何|多少钱|多少|多久|多长|几个|几天|几日|哪些|哪个|哪里|哪儿|由谁|归谁|是谁"
                    + "|谁|吗|呢|吧|啊|的|了|那么|那|它们|它|这个|这些|这|该|请问|具体|详细|一点|呗|要|会|能|可以|需要|是否|有没有|有|是|在|由|被|还有|还|其他|别的"
                    + "|罚款|处罚|罚|负责|标准|期限|时间|时限|金额|程序|流程|条件|材料|依据|后果|责任|例外|情形|规定|条款|说明|举例|[\\p{P}\\s]");

    private FollowUp() {}

    /** Returns the question, with the earlier ones that it leans on in front of it. */
    static String complete(String question, List<Turn> turns) {
        String complete = question;
        String last = question;
        for (int i = turns.size() - 1; i >= Math.max(0, turns.size() - TURNS) && leans(last); i--) {
            String earlier = turns.get(i).question();
            if (SmallTalk.reply(earlier).isEmpty()) {
                complete = earlier + " " + complete;
                last = earlier;
            }
        }
        return complete;
    }

    private static boolean leans(String question) {
        int own = NO_CONTENT.matcher(question).replaceAll("").length();
        boolean pointing = POINTING.matcher(question).find();
        return question.length() <= SHORT && own < (pointing ? LITTLE_CONTENT : HARDLY_ANY_CONTENT);
    }
}
