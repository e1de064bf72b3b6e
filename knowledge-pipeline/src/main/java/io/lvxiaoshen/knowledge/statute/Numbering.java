package io.lvxiaoshen.knowledge.statute;

import java.util.regex.Pattern;

/** Numbers that open a line below the level of articles. */
public final class Numbering {
    private static final Pattern ITEM = Pattern.compile(
            "^[\\s\\u3000]*(?:[（(][" + ChineseNumber.CHARACTERS + "]{1,3}[）)]|[0-9０-９]{1,3}[.．、）)](?![0-9])|[①-⑳])");
    private static final Pattern SECTION = Pattern.compile("^[\\s\\u3000]*[一二三四五六七八九十百零〇]{1,4}、");

    private Numbering() {}

    /** Returns whether {@code line} opens an item: {@code （一）}, {@code 1.}, {@code ①}. */
    public static boolean isItem(CharSequence line) {
        return ITEM.matcher(line).find();
    }

    /** Returns whether {@code line} opens a section of a decision or notice: {@code 一、}. */
    public static boolean isSection(CharSequence line) {
        return SECTION.matcher(line).find();
    }
}
