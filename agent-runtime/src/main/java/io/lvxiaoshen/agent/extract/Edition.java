package io.lvxiaoshen.agent.extract;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The date in a document's title, such as 野生动物保护法(2022-12-30) or 条例（2018年修正）, which tells editions of the same
 * text apart.
 *
 * @param year 0 if the title has none
 * @param month 0 if the title has none
 * @param day 0 if the title has none
 */
record Edition(int year, int month, int day) implements Comparable<Edition> {
    private static final Pattern DATE =
            Pattern.compile("((?:19|20)\\d\\d)(?:\\s*[-年./]\\s*(\\d{1,2}))?(?:\\s*[-月./]\\s*(\\d{1,2}))?");
    private static final Comparator<Edition> ORDER = Comparator.comparingInt(Edition::year)
            .thenComparingInt(Edition::month)
            .thenComparingInt(Edition::day);

    /** Reads the last date of a title. */
    static Edition of(String title) {
        Matcher matcher = DATE.matcher(title);
        Edition last = new Edition(0, 0, 0);
        while (matcher.find()) {
            last = new Edition(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        }
        return last;
    }

    @Override
    public int compareTo(Edition other) {
        return ORDER.compare(this, other);
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }
}
