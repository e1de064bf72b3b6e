package io.lvxiaoshen.knowledge.chunk;

import io.lvxiaoshen.knowledge.Article;
import io.lvxiaoshen.knowledge.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Neighbouring elements that may share a chunk: one article, or everything under one heading outside of articles.
 *
 * @param headingPath titles above, beginning with the document's
 * @param article null outside of articles
 * @param elements at least one, in reading order, none left out between them
 */
record Section(List<String> headingPath, @Nullable Article article, List<Element> elements) {
    Section {
        headingPath = List.copyOf(headingPath);
        elements = List.copyOf(elements);
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("empty section under " + headingPath);
        }
    }
}
