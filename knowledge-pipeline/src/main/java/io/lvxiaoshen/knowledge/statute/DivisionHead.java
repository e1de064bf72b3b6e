package io.lvxiaoshen.knowledge.statute;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the heading line of a statute's division, such as {@code 第一章 总则}, from running text. */
public final class DivisionHead {
    private static final String SPACE = "[\\s\\u3000\\u00a0]";
    private static final Pattern NUMBERED = Pattern.compile("^" + SPACE + "*第" + SPACE + "{0,2}["
            + ChineseNumber.CHARACTERS + "](?:" + SPACE + "{0,2}[" + ChineseNumber.CHARACTERS + "]){0,4}" + SPACE
            + "{0,2}(分编|[编篇章节])(.*)$");
    private static final Pattern NOT_A_NAME = Pattern.compile("^(?:[的和与及至、，,]|规定|所[列称]|第)|[。；;：:]" + SPACE + "*$");
    private static final Pattern PUNCTUATION = Pattern.compile("[，。；：]");
    private static final Pattern UNNUMBERED = Pattern.compile("^(?:目" + SPACE + "*录|序" + SPACE + "*言|附" + SPACE
            + "*则|附[件表录]" + SPACE + "*[" + ChineseNumber.CHARACTERS + "]{0,3}" + SPACE + "*[:：]?)$");
    private static final int LONGEST_NAME = 50;

    private DivisionHead() {}

    /** Returns which division {@code line} is the heading of; empty if it is none. */
    public static Optional<Division> of(String line) {
        Matcher head = NUMBERED.matcher(line);
        if (!head.matches()) {
            return Optional.empty();
        }
        String name = head.group(2);
        boolean separated = name.isBlank() || name.matches("^" + SPACE + ".*");
        boolean named = name.length() <= LONGEST_NAME
                && !NOT_A_NAME.matcher(name.strip()).find()
                && (separated || !PUNCTUATION.matcher(name).find());
        return named ? Optional.of(Division.of(head.group(1))) : Optional.empty();
    }

    /** Returns whether {@code line} is one of the headings without a number: 目录, 序言, 附则, 附件 and their like. */
    public static boolean isUnnumbered(String line) {
        return UNNUMBERED.matcher(line.strip()).matches();
    }

    /** A kind of division, the widest first. */
    public enum Division {
        /** 编 or 篇. */
        BOOK,
        /** 分编. */
        SUB_BOOK,
        /** 章. */
        CHAPTER,
        /** 节. */
        SECTION;

        private static Division of(String character) {
            return switch (character) {
                case "编", "篇" -> BOOK;
                case "分编" -> SUB_BOOK;
                case "章" -> CHAPTER;
                case "节" -> SECTION;
                default ->
                    throw new IllegalArgumentException(
                            String.format(Locale.ROOT, "no division of a statute: %s", character));
            };
        }
    }
}
