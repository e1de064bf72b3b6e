package io.lvxiaoshen.knowledge.statute;

import java.util.OptionalInt;

/** Whole numbers as statutes write them: {@code 二十三}, {@code 一百零二}, {@code 一二〇}, {@code 23}, {@code ２３}. */
final class ChineseNumber {
    /** A character class, without brackets, of everything that may stand in a number. */
    static final String CHARACTERS = "0-9０-９一二三四五六七八九十百千零〇○两";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final int LONGEST = 9;

    private ChineseNumber() {}

    /** Returns the value; empty if {@code text} is no number from 0 to 9,999, or not written as one. */
    static OptionalInt parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return OptionalInt.empty();
        }
        boolean positional = text.chars().noneMatch(c -> unit((char) c) > 0);
        int value = positional ? positional(text) : withUnits(text);
        return value < 0 || value > 9_999 ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static int positional(String text) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0 || value > 9_999) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int withUnits(String text) {
        int value = 0;
        int digit = -1;
        int lastUnit = Integer.MAX_VALUE;
        for (int i = 0; i < text.length(); i++) {
            int unit = unit(text.charAt(i));
            if (unit == 0) {
                int next = digit(text.charAt(i));
                if (next < 0 || digit > 0) {
                    return -1;
                }
                digit = next;
            } else {
                if (unit >= lastUnit) {
                    return -1;
                }
                value += (digit > 0 ? digit : 1) * unit;
                lastUnit = unit;
                digit = -1;
            }
        }
        return value + Math.max(digit, 0);
    }

    private static int unit(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            default -> 0;
        };
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= '０' && c <= '９') {
            return c - '０';
        }
        if (c == '〇' || c == '○') {
            return 0;
        }
        return c == '两' ? 2 : DIGITS.indexOf(c);
    }
}
