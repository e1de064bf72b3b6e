package io.lvxiaoshen.knowledge.parse;

import java.nio.file.Path;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/** Markdown as CommonMark with GitHub's tables. Comments are not text. */
final class MarkdownReader implements FormatReader {
    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    @Override
    public int read(Path file, Format format, PieceCollector target) {
        String markdown = TextFile.read(file, target.deadline());
        target.expect(0);
        parser.parse(markdown).accept(new Blocks(target));
        return 0;
    }

    private static final class Blocks extends AbstractVisitor {
        private final PieceCollector target;

        Blocks(PieceCollector target) {
            this.target = target;
        }

        @Override
        public void visit(Heading heading) {
            target.heading(heading.getLevel(), MarkdownText.of(heading), null);
        }

        @Override
        public void visit(Paragraph paragraph) {
            String text = MarkdownText.of(paragraph);
            boolean opensItem = paragraph.getParent() instanceof ListItem && paragraph.getPrevious() == null;
            if (opensItem) {
                target.listItem(marker(paragraph.getParent()) + text, null);
                return;
            }
            LineJoiner joiner = new LineJoiner(target);
            text.lines().forEach(line -> joiner.add(new TextLine(line, true, false, null)));
            joiner.flush();
        }

        @Override
        public void visit(FencedCodeBlock code) {
            target.paragraph(code.getLiteral(), null);
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            target.paragraph(code.getLiteral(), null);
        }

        @Override
        public void visit(HtmlBlock html) {
            target.paragraph(MarkdownText.withoutTags(html.getLiteral()), null);
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock table) {
                target.table(MarkdownText.table(table), null);
            } else {
                visitChildren(block);
            }
        }

        private static String marker(Node item) {
            if (item.getParent() instanceof BulletList || !(item.getParent() instanceof OrderedList list)) {
                return "";
            }
            int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
            for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
                number++;
            }
            return number + (list.getMarkerDelimiter() == null ? "." : list.getMarkerDelimiter()) + " ";
        }
    }
}
