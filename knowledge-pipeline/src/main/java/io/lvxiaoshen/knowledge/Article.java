package io.lvxiaoshen.knowledge;

/**
 * The number of a statute's article.
 *
 * @param label as it is cited, such as {@code 第二十三条} or {@code 第一百二十条之一}
 * @param number the article's number, from 1
 * @param insertion 0 for the article itself, n for 之n
 */
public record Article(String label, int number, int insertion) {
    public Article {
        if (number < 1 || insertion < 0) {
            throw new IllegalArgumentException("no such article: " + number + "-" + insertion);
        }
    }

    /** The form used in addresses and in the index: {@code 23}, {@code 120-1}. */
    public String key() {
        return insertion == 0 ? Integer.toString(number) : number + "-" + insertion;
    }
}
