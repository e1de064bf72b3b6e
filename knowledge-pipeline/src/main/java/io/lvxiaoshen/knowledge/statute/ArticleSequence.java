package io.lvxiaoshen.knowledge.statute;

import io.lvxiaoshen.knowledge.Article;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the articles of one document in order and tells which lines open one. Not thread-safe. */
public final class ArticleSequence {
    /** Repealed articles leave holes; a wider jump without a separator is taken for a reference. */
    private static final int WIDEST_GAP = 5;

    private @Nullable Article last;

    /** Returns the article that {@code line} opens, if it opens one, and goes on to it. */
    public Optional<ArticleHead> next(CharSequence line) {
        Optional<ArticleHead> opened = ArticleHead.of(line).filter(this::opens);
        opened.ifPresent(this::accept);
        return opened;
    }

    /** Goes on to an article that was found open in another way. */
    public void accept(ArticleHead head) {
        last = head.article();
    }

    /** Returns whether {@code head} bears exactly the number that follows the last one. */
    public boolean isDue(ArticleHead head) {
        Article article = head.article();
        if (last == null) {
            return article.number() == 1 && article.insertion() == 0;
        }
        boolean inserted = article.number() == last.number() && article.insertion() == last.insertion() + 1;
        return inserted || article.number() == last.number() + 1 && article.insertion() == 0;
    }

    private boolean opens(ArticleHead head) {
        return switch (head.form()) {
            case SEPARATED -> true;
            case REFERENCE -> false;
            case JOINED -> isDue(head) || isNear(head.article());
        };
    }

    private boolean isNear(Article article) {
        if (last == null) {
            return false;
        }
        int step = article.number() - last.number();
        return article.number() == 1 || step > 0 && step <= WIDEST_GAP;
    }
}
