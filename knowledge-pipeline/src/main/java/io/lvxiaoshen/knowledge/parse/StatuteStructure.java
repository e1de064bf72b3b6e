package io.lvxiaoshen.knowledge.parse;

import io.lvxiaoshen.knowledge.ElementType;
import io.lvxiaoshen.knowledge.statute.ArticleHead;
import io.lvxiaoshen.knowledge.statute.ArticleSequence;
import io.lvxiaoshen.knowledge.statute.DivisionHead;
import io.lvxiaoshen.knowledge.statute.DivisionHead.Division;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the parts of a statute to light where the format lost them: the line of a division becomes a heading whose level
 * follows from 编, 章, 节, and an article begins a paragraph even in the middle of one, or in a heading.
 */
final class StatuteStructure {
    private static final int TITLE_LEVEL = 1;
    private static final int LONGEST_TITLE = 60;
    private static final Pattern INNER_ARTICLE = Pattern.compile("(?<=[。；！？：])[\\s\\u3000]*(?=第[^条\\n]{1,12}条)");

    private final ArticleSequence articles = new ArticleSequence();
    private final List<Piece> result = new ArrayList<>();
    private final Set<Division> divisions = EnumSet.noneOf(Division.class);
    private boolean hasArticles;

    private StatuteStructure() {}

    /** Returns the same text with its structure. */
    static List<Piece> shownIn(List<Piece> pieces) {
        StatuteStructure structure = new StatuteStructure();
        pieces.forEach(structure::take);
        structure.titleFirstLine();
        return structure.leveled();
    }

    private void take(Piece piece) {
        if (piece.type() == ElementType.TABLE) {
            result.add(piece);
            return;
        }
        Optional<Division> division = DivisionHead.of(piece.text());
        if (division.isPresent() || DivisionHead.isUnnumbered(piece.text())) {
            division.ifPresent(divisions::add);
            int level = piece.type() == ElementType.HEADING ? piece.level() : TITLE_LEVEL + 1;
            result.add(piece.withText(CleanText.oneLine(piece.text())).as(ElementType.HEADING, level));
        } else if (articles.next(piece.text()).isPresent()) {
            hasArticles = true;
            splitAtInnerArticles(piece.as(ElementType.PARAGRAPH, 0));
        } else if (piece.type() == ElementType.HEADING) {
            result.add(piece);
        } else {
            splitAtInnerArticles(piece);
        }
    }

    private void splitAtInnerArticles(Piece piece) {
        String text = piece.text();
        Matcher boundary = INNER_ARTICLE.matcher(text);
        int start = 0;
        while (boundary.find()) {
            Optional<ArticleHead> head = ArticleHead.of(text.subSequence(boundary.end(), text.length()))
                    .filter(found -> found.form() == ArticleHead.Form.SEPARATED && articles.isDue(found));
            if (boundary.start() > start && head.isPresent()) {
                articles.accept(head.get());
                hasArticles = true;
                result.add(piece.withText(text.substring(start, boundary.start())));
                start = boundary.end();
            }
        }
        result.add(piece.withText(text.substring(start)));
    }

    private void titleFirstLine() {
        boolean titled = result.stream().anyMatch(piece -> piece.type() == ElementType.HEADING && piece.level() == 1);
        if (titled || !hasArticles && divisions.isEmpty() || result.isEmpty()) {
            return;
        }
        Piece first = result.get(0);
        boolean fit = first.type() == ElementType.PARAGRAPH
                && first.text().length() <= LONGEST_TITLE
                && !LineJoiner.endsSentence(first.text())
                && ArticleHead.of(first.text()).isEmpty();
        if (fit) {
            result.set(0, first.withText(CleanText.oneLine(first.text())).as(ElementType.HEADING, TITLE_LEVEL));
        }
    }

    private List<Piece> leveled() {
        List<Division> present = List.copyOf(divisions);
        result.replaceAll(piece -> piece.type() != ElementType.HEADING
                ? piece
                : DivisionHead.of(piece.text())
                        .map(division -> piece.as(ElementType.HEADING, TITLE_LEVEL + 1 + present.indexOf(division)))
                        .orElse(piece));
        return result;
    }
}
