package io.lvxiaoshen.knowledge.parse;

import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** What a reader sees of Markdown: without marks of emphasis, targets of links and HTML. */
final class MarkdownText extends AbstractVisitor {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|$)", Pattern.DOTALL);
    private static final Pattern BLOCK_END = Pattern.compile("(?i)</(?:p|div|li|tr|h[1-6])>|<br */?>");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");

    private final StringBuilder text = new StringBuilder();

    private MarkdownText() {}

    /** Returns the text of {@code block}, with a line feed at each line break. */
    static String of(Node block) {
        MarkdownText visitor = new MarkdownText();
        visitor.visitChildren(block);
        return visitor.text.toString();
    }

    /** Returns an HTML block's text. */
    static String withoutTags(String html) {
        String lines = BLOCK_END.matcher(COMMENT.matcher(html).replaceAll("")).replaceAll("\n");
        return TAG.matcher(lines).replaceAll("");
    }

    /** Returns the table as Markdown, its cells without marks of emphasis. */
    static String table(TableBlock table) {
        MarkdownTable markdown = new MarkdownTable();
        table.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow) {
                    markdown.row();
                } else if (node instanceof TableCell) {
                    markdown.cell(of(node));
                    return;
                }
                visitChildren(node);
            }
        });
        return markdown.toString();
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(HtmlInline node) {
        text.append(withoutTags(node.getLiteral()));
    }

    @Override
    public void visit(SoftLineBreak node) {
        text.append('\n');
    }

    @Override
    public void visit(HardLineBreak node) {
        text.append('\n');
    }
}
