package io.lvxiaoshen.rag.index;

import java.util.OptionalInt;

/** Whole numbers below ten thousand as they stand in legal texts: {@code 一百二十}, {@code 二〇三}, {@code 23}, {@code ２３}. */
final class ChineseNumeral {
    /** Characters that such a number may hold, for use inside a regular expression's brackets. */
    static final String CHARACTERS = "〇零一二两三四五六七八九十百千0-9０-９";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String UNITS = "十百千";
    private static final int LIMIT = 10_000;

    private ChineseNumeral() {}

    /** Returns the number; empty if {@code text} is none. */
    static OptionalInt parse(String text) {
        String normal = text.replace('〇', '零').replace('两', '二');
        int value = normal.chars().anyMatch(c -> UNITS.indexOf(c) >= 0) ? withUnits(normal) : byPlace(normal);
        return value < 0 || value >= LIMIT || text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static int withUnits(String text) {
        int sum = 0;
        int digit = -1;
        int above = UNITS.length();
        for (char c : text.toCharArray()) {
            int unit = UNITS.indexOf(c);
            if (unit >= above) {
                return -1;
            }
            if (unit >= 0) {
                above = unit;
                sum += (digit < 1 ? 1 : digit) * (int) Math.pow(10, unit + 1.0);
                digit = -1;
            } else {
                digit = DIGITS.indexOf(c);
                if (digit < 0) {
                    return -1;
                }
            }
        }
        return digit < 0 ? sum : sum + digit;
    }

    private static int byPlace(String text) {
        int value = 0;
        for (char c : text.toCharArray()) {
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : DIGITS.indexOf(c);
            if (digit < 0 || value >= LIMIT) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
