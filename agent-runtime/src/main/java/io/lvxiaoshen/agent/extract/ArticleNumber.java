package io.lvxiaoshen.agent.extract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of an article as people write it: 第三十七条, 第37条, 第一百二十条之一.
 *
 * @param number from 1
 * @param insertion 0, or n for 之n
 */
record ArticleNumber(int number, int insertion) {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern FORM =
            Pattern.compile("第\\s*([零〇一二两三四五六七八九十百千\\d]{1,9})\\s*条(?:\\s*之([一二三四五六七八九十\\d]{1,3}))?");

    /** Returns the first article that a text names. */
    static Optional<ArticleNumber> in(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(Folding.fold(text));
        return matcher.find() ? Optional.of(of(matcher)) : Optional.empty();
    }

    /** Returns what stands in front of the first article that a text names, else the whole text. */
    static String before(String text) {
        Matcher matcher = FORM.matcher(Folding.fold(text));
        return matcher.find() ? text.substring(0, matcher.start()) : text;
    }

    private static ArticleNumber of(Matcher matcher) {
        String insertion = matcher.group(2);
        return new ArticleNumber(value(matcher.group(1)), insertion == null ? 0 : value(insertion));
    }

    private static int value(String written) {
        int total = 0;
        int digit = -1;
        for (char c : written.toCharArray()) {
            int unit = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : 0;
            if (unit > 0) {
                total += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
            } else {
                int value = c == '两' ? 2 : c == '〇' ? 0 : Character.isDigit(c) ? c - '0' : DIGITS.indexOf(c);
                digit = digit < 0 ? value : digit * 10 + value;
            }
        }
        return total + Math.max(digit, 0);
    }
}
