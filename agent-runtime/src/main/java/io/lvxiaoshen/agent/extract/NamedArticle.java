package io.lvxiaoshen.agent.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the article that a question names, such as 「森林法第三十七条是什么」. */
final class NamedArticle {
    private static final int SHORTEST_NAME = 2;
    private static final Pattern NOISE =
            Pattern.compile("请问|想问一下|我想知道|告诉我|介绍一下|查一下|根据|按照|依照|依据|违反|中华人民共和国|《|》|的|[\\p{P}\\s]");

    private NamedArticle() {}

    /** Returns the passage of the article named, if it is among those found. */
    static Optional<Passage> find(Question question, List<Passage> passages) {
        return question.article().flatMap(number -> {
            String name = NOISE.matcher(ArticleNumber.before(question.text())).replaceAll("");
            return passages.stream()
                    .filter(passage ->
                            ArticleNumber.in(passage.first().article()).equals(Optional.of(number)))
                    .filter(passage -> name.length() < SHORTEST_NAME || match(name, passage) >= SHORTEST_NAME)
                    .max(Comparator.comparingDouble((Passage passage) -> match(name, passage))
                            .thenComparing(passage -> Edition.of(passage.first().documentTitle()))
                            .thenComparing(passage -> -passage.rank()));
        });
    }

    /** Longest stretch shared by name and title; of equals, the title with less besides. */
    private static double match(String name, Passage passage) {
        String title = NOISE.matcher(passage.first().documentTitle()).replaceAll("");
        int[] lengths = new int[title.length() + 1];
        int longest = 0;
        for (int i = 1; i <= name.length(); i++) {
            for (int j = title.length(); j >= 1; j--) {
                lengths[j] = name.charAt(i - 1) == title.charAt(j - 1) ? lengths[j - 1] + 1 : 0;
                longest = Math.max(longest, lengths[j]);
            }
        }
        return longest - title.length() / 1000.0;
    }
}
