package io.lvxiaoshen.rag.index;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An article that a question names, such as {@code 城市绿化条例第二十三条} or {@code 《刑法》第120条之一}.
 *
 * @param name what stands before the number without a gap, or within 《》: at its end the statute's title is expected
 * @param quoted whether the name stood within 《》 and thus is nothing but a title
 * @param key the article's key, {@code 23} or {@code 120-1}
 */
record ArticleReference(String name, boolean quoted, String key) {
    private static final String NUMBER = "[" + ChineseNumeral.CHARACTERS + "]+";
    private static final Pattern FORM = Pattern.compile(
            "(?:《(?<quoted>[^《》]{2,60})》(?:[（(][^（）()]*[）)])?|(?<plain>[\\p{IsHan}、]{2,60}?))(?:中?的|中|里)?\\s*"
                    + "第\\s*(?<number>" + NUMBER + ")\\s*条(?:之(?<insertion>" + NUMBER + "))?");
    private static final String COUNTRY = "中华人民共和国";

    /** Fewest characters that tell statutes apart when a title is not given in full: 条例, 办法 and 规定 say nothing. */
    private static final int TELLING = 4;

    /** Returns every reference in a question, in order. */
    static List<ArticleReference> in(String question) {
        List<ArticleReference> references = new ArrayList<>();
        Matcher matcher = FORM.matcher(question);
        while (matcher.find()) {
            OptionalInt number = ChineseNumeral.parse(matcher.group("number"));
            String insertionText = matcher.group("insertion");
            OptionalInt insertion = insertionText == null ? OptionalInt.of(0) : ChineseNumeral.parse(insertionText);
            if (number.isPresent() && insertion.isPresent()) {
                String quoted = matcher.group("quoted");
                String key = insertion.getAsInt() == 0
                        ? Integer.toString(number.getAsInt())
                        : number.getAsInt() + "-" + insertion.getAsInt();
                references.add(new ArticleReference(
                        plain(quoted == null ? matcher.group("plain") : quoted), quoted != null, key));
            }
        }
        return references;
    }

    /**
     * Tells how well a statute's title fits the name.
     *
     * @return number of characters by which they agree from the end on; 0 if this statute is not meant
     */
    int fit(String title) {
        String candidate = plain(title);
        int agreed = commonSuffix(candidate, name);
        boolean whole = agreed == candidate.length();
        if (quoted) {
            return agreed == name.length() || (whole && agreed >= TELLING) ? agreed : 0;
        }
        return whole || agreed >= TELLING ? agreed : 0;
    }

    /** Drops what titles are usually quoted without: the country, a date or note in brackets, 《》. */
    private static String plain(String title) {
        return title.replaceAll("[（(][^（）()]*[）)]\\s*$", "")
                .replaceAll("[《》\\s]", "")
                .replace(COUNTRY, "");
    }

    private static int commonSuffix(String a, String b) {
        int n = 0;
        while (n < a.length() && n < b.length() && a.charAt(a.length() - 1 - n) == b.charAt(b.length() - 1 - n)) {
            n++;
        }
        return n;
    }
}
