package io.lvxiaoshen.knowledge.parse;

import java.util.regex.Pattern;

/** Takes away what is not text: control characters, byte order marks, blanks at the ends. */
final class CleanText {
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\x{FEFF}\\x{200B}\\x{FFFE}\\x{FFFF}&&[^\\n\\t]]");
    private static final Pattern LONE_SURROGATE = Pattern.compile(
            "[\\x{D800}-\\x{DBFF}](?![\\x{DC00}-\\x{DFFF}])|(?<![\\x{D800}-\\x{DBFF}])[\\x{DC00}-\\x{DFFF}]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern OUTER_BLANKS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    private static final Pattern BLANK_LINES = Pattern.compile("\n{2,}");

    private CleanText() {}

    /** Returns one line of running text without blanks at its ends. */
    static String line(String text) {
        return OUTER_BLANKS.matcher(visible(text.replace('\n', ' '))).replaceAll("");
    }

    /** Returns a heading: every run of blanks is one space. */
    static String oneLine(String text) {
        return line(BLANKS.matcher(text).replaceAll(" "));
    }

    /** Returns a table without empty lines, which would end it. */
    static String table(String markdown) {
        return OUTER_BLANKS
                .matcher(BLANK_LINES.matcher(visible(markdown)).replaceAll("\n"))
                .replaceAll("");
    }

    private static String visible(String text) {
        return LONE_SURROGATE.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll("");
    }
}
