package io.lvxiaoshen.knowledge.chunk;

import io.lvxiaoshen.knowledge.Element;
import io.lvxiaoshen.knowledge.ElementType;
import io.lvxiaoshen.knowledge.ParsedDocument;
import io.lvxiaoshen.knowledge.statute.ArticleHead;
import io.lvxiaoshen.knowledge.statute.ArticleSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Divides a document into sections. A heading with nothing beneath it, as in a table of contents, is text itself. */
final class Outline {
    private final String title;
    private final ArticleSequence articles = new ArticleSequence();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<Element> current = new ArrayList<>();
    private List<String> currentPath = List.of();
    private @Nullable ArticleHead currentArticle;
    private @Nullable ArticleHead article;

    private Outline(String title) {
        this.title = title;
    }

    static List<Section> of(ParsedDocument document) {
        Outline outline = new Outline(document.title());
        for (Element element : document.elements()) {
            if (element.type() == ElementType.HEADING) {
                outline.heading(element);
            } else {
                outline.body(element);
            }
        }
        outline.closeDownTo(0);
        outline.endSection();
        return outline.sections.isEmpty()
                ? List.of(new Section(List.of(document.title()), null, document.elements()))
                : List.copyOf(outline.sections);
    }

    private void heading(Element element) {
        closeDownTo(element.level());
        article = null;
        open.push(new Open(element));
    }

    private void body(Element element) {
        if (element.type() != ElementType.TABLE) {
            Optional<ArticleHead> head = articles.next(element.text());
            if (head.isPresent()) {
                article = head.get();
                endSection();
            }
        }
        append(element);
    }

    /** Closes the headings of {@code level} and deeper; those that stand above nothing become text of the one above. */
    private void closeDownTo(int level) {
        while (!open.isEmpty() && open.element().element.level() >= level) {
            Open closed = open.pop();
            if (!closed.covered && !isTitle(closed.element)) {
                article = null;
                append(closed.element);
            }
        }
    }

    private void append(Element element) {
        List<String> path = path();
        open.forEach(heading -> heading.covered = true);
        if (!current.isEmpty() && !(follows(element) && path.equals(currentPath) && article == currentArticle)) {
            endSection();
        }
        currentPath = path;
        currentArticle = article;
        current.add(element);
    }

    private boolean follows(Element element) {
        return current.get(current.size() - 1).ordinal() + 1 == element.ordinal();
    }

    private void endSection() {
        if (!current.isEmpty()) {
            sections.add(new Section(currentPath, currentArticle == null ? null : currentArticle.article(), current));
            current.clear();
        }
    }

    private boolean isTitle(Element heading) {
        return heading.level() == 1 && heading.text().equals(title);
    }

    private List<String> path() {
        List<String> titles = new ArrayList<>();
        titles.add(title);
        for (Iterator<Open> outermostFirst = open.descendingIterator(); outermostFirst.hasNext(); ) {
            Element heading = outermostFirst.next().element;
            if (!isTitle(heading)) {
                titles.add(heading.text());
            }
        }
        return titles;
    }

    private static final class Open {
        private final Element element;
        private boolean covered;

        Open(Element element) {
            this.element = element;
        }
    }
}
