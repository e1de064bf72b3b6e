package io.lvxiaoshen.knowledge.parse;

import io.lvxiaoshen.knowledge.statute.ArticleHead;
import io.lvxiaoshen.knowledge.statute.ArticleSequence;
import io.lvxiaoshen.knowledge.statute.DivisionHead;
import io.lvxiaoshen.knowledge.statute.Numbering;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rebuilds paragraphs from wrapped lines. A line of a statute that opens a part always begins a paragraph. */
final class LineJoiner {
    private static final String SENTENCE_ENDS = "。！？；：…";

    private final PieceCollector target;
    private final ArticleSequence articles = new ArticleSequence();
    private final StringBuilder paragraph = new StringBuilder();
    private @Nullable Integer page;
    private boolean open;

    LineJoiner(PieceCollector target) {
        this.target = target;
    }

    void add(TextLine line) {
        String text = CleanText.line(line.text());
        if (text.isEmpty()) {
            flush();
            return;
        }
        boolean goesOn = goesOn(line, text);
        if (goesOn) {
            paragraph.append(glue(paragraph.charAt(paragraph.length() - 1), text.charAt(0)));
        } else {
            flush();
            page = line.page();
            articles.next(text);
        }
        paragraph.append(text);
        target.expect(paragraph.length());
        open = line.full();
    }

    /** Ends the paragraph, so that whatever comes next begins another. */
    void flush() {
        if (!paragraph.isEmpty()) {
            target.paragraph(paragraph.toString(), page);
        }
        paragraph.setLength(0);
        open = false;
    }

    private boolean goesOn(TextLine line, String text) {
        boolean mayGoOn = open && !line.begins() && !paragraph.isEmpty() && !endsSentence(paragraph);
        return mayGoOn
                && !Numbering.isItem(text)
                && !Numbering.isSection(text)
                && DivisionHead.of(text).isEmpty()
                && !opensDueArticle(text);
    }

    private boolean opensDueArticle(String text) {
        Optional<ArticleHead> head = ArticleHead.of(text);
        return head.isPresent() && head.get().form() != ArticleHead.Form.REFERENCE && articles.isDue(head.get());
    }

    static boolean endsSentence(CharSequence text) {
        return SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    static String glue(char before, char after) {
        return isWide(before) || isWide(after) || before == '-' ? "" : " ";
    }

    static boolean isWide(char c) {
        return c >= '\u2E80' || c == '“' || c == '”' || c == '—' || c == '…';
    }
}
