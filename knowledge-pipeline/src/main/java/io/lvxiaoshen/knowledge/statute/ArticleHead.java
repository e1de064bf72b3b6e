package io.lvxiaoshen.knowledge.statute;

import io.lvxiaoshen.knowledge.Article;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number such as {@code 第二十三条} or {@code 第一百二十条之一} at the beginning of a line.
 *
 * @param article the number
 * @param length characters up to the end of the number, in the line as it was given
 * @param form how the line goes on, which tells an article from a mere reference to one
 */
public record ArticleHead(Article article, int length, Form form) {

    /** How a line goes on after the number. */
    public enum Form {
        /** A space, a bracket or nothing follows: the line opens an article. */
        SEPARATED,
        /** Text follows at once: an article if its number is the one that is due. */
        JOINED,
        /** The sentence goes on, as in {@code 第十一条规定的单位}: a reference. */
        REFERENCE
    }

    private static final String SPACE = "[\\s\\u3000\\u00a0]";
    private static final String NUMBER =
            "[" + ChineseNumber.CHARACTERS + "](?:" + SPACE + "{0,2}[" + ChineseNumber.CHARACTERS + "]){0,8}";
    private static final Pattern HEAD = Pattern.compile("^" + SPACE + "*第" + SPACE + "{0,2}(" + NUMBER + ")" + SPACE
            + "{0,2}条(?:之([" + ChineseNumber.CHARACTERS + "]{1,4}))?");
    private static final Pattern SEPARATOR = Pattern.compile("^(?:" + SPACE + "|[：:【［\\[（(．.]|$)");
    private static final Pattern ITEM_REFERENCE = Pattern.compile("^" + SPACE + "*(?:第[" + ChineseNumber.CHARACTERS
            + "]{1,4}[款项条]|[（(][" + ChineseNumber.CHARACTERS + "]{1,3}[)）]" + SPACE + "*项)");
    private static final Pattern GOES_ON = Pattern.compile("^(?:[、，,；;。”’》〉）)\\]〕和与或至到的]|及(?!时)|中(?![华国央外小型心介共医药标止间])"
            + "|规定|所[列称指述规]|之|以及|以外|以[上下]|修[改正]|[改修]为|增加|删[去除]|移至|作为|关于|合并为)");

    /** Looks for an article's number at the beginning of {@code line}. */
    public static Optional<ArticleHead> of(CharSequence line) {
        Matcher head = HEAD.matcher(line);
        if (!head.find()) {
            return Optional.empty();
        }
        OptionalInt number = ChineseNumber.parse(withoutSpaces(head.group(1)));
        String insertion = head.group(2);
        OptionalInt inserted = insertion == null ? OptionalInt.of(0) : ChineseNumber.parse(insertion);
        if (number.isEmpty() || number.getAsInt() < 1 || inserted.isEmpty()) {
            return Optional.empty();
        }
        String label = withoutSpaces(head.group());
        Article article = new Article(label, number.getAsInt(), inserted.getAsInt());
        return Optional.of(new ArticleHead(article, head.end(), form(line.subSequence(head.end(), line.length()))));
    }

    private static Form form(CharSequence rest) {
        if (ITEM_REFERENCE.matcher(rest).find()) {
            return Form.REFERENCE;
        }
        if (SEPARATOR.matcher(rest).find()) {
            return Form.SEPARATED;
        }
        return GOES_ON.matcher(rest).find() ? Form.REFERENCE : Form.JOINED;
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll(SPACE + "+", "");
    }
}
