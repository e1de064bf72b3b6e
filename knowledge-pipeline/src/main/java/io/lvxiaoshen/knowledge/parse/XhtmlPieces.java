package io.lvxiaoshen.knowledge.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XHTML that Tika gives for any format into pieces. */
final class XhtmlPieces extends DefaultHandler {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "nav",
            "caption",
            "table",
            "figure",
            "figcaption",
            "hr",
            "form",
            "address",
            "body",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "td",
            "th",
            "tr");
    private static final Set<String> UNREAD = Set.of("head", "script", "style", "title", "noscript", "template");

    /** Stands for a line feed of HTML's source, which is a mere blank, until the text around it is known. */
    private static final char SOURCE_BREAK = '\u000B';

    private static final Pattern SOURCE_BREAKS = Pattern.compile("[ \\t]*\\x0B[ \\t\\x0B]*");

    private final PieceCollector target;
    private final boolean html;
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> listItems = new ArrayDeque<>();
    private @Nullable MarkdownTable table;
    private int tableDepth;
    private int unreadDepth;
    private int headingLevel;
    private boolean itemOpens;
    private int preformatted;

    /**
     * Creates a handler.
     *
     * @param html whether line feeds mean nothing outside of {@code pre}
     */
    XhtmlPieces(PieceCollector target, boolean html) {
        this.target = target;
        this.html = html;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        String name = localName.toLowerCase(Locale.ROOT);
        if (unreadDepth > 0 || UNREAD.contains(name)) {
            unreadDepth++;
            return;
        }
        preformatted += name.equals("pre") ? 1 : 0;
        if (name.equals("table")) {
            startTable();
        } else if (tableDepth > 0) {
            startInTable(name);
        } else if (name.equals("br")) {
            text.append('\n');
        } else if (BLOCKS.contains(name)) {
            flush();
            headingLevel = headingLevel(name, attributes.getValue("class"));
            if (name.equals("li")) {
                listItems.push(name);
                itemOpens = true;
            }
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        String name = localName.toLowerCase(Locale.ROOT);
        if (unreadDepth > 0) {
            unreadDepth--;
            return;
        }
        preformatted -= name.equals("pre") ? 1 : 0;
        if (name.equals("table")) {
            endTable();
        } else if (tableDepth > 0) {
            endInTable(name);
        } else if (BLOCKS.contains(name)) {
            flush();
            headingLevel = 0;
            if (name.equals("li")) {
                listItems.poll();
                itemOpens = false;
            }
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (unreadDepth == 0) {
            boolean blankBreaks = html && preformatted == 0;
            for (int i = start; i < start + length; i++) {
                text.append(blankBreaks && characters[i] == '\n' ? SOURCE_BREAK : characters[i]);
            }
            target.expect(text.length() + (table == null ? 0 : table.characters()));
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) {
        characters(characters, start, length);
    }

    @Override
    public void endDocument() {
        while (tableDepth > 0) {
            endTable();
        }
        flush();
    }

    private void startTable() {
        if (tableDepth++ == 0) {
            flush();
            table = new MarkdownTable();
        }
    }

    private void endTable() {
        if (tableDepth == 0 || --tableDepth > 0 || table == null) {
            return;
        }
        if (!text.toString().isBlank()) {
            table.cell(text.toString());
        }
        text.setLength(0);
        String markdown = table.toString();
        table = null;
        if (!markdown.isEmpty()) {
            target.table(markdown, null);
        }
    }

    private void startInTable(String name) {
        if (tableDepth == 1 && name.equals("tr") && table != null) {
            text.setLength(0);
            table.row();
        } else if (BLOCKS.contains(name) || name.equals("br")) {
            text.append(' ');
        }
    }

    private void endInTable(String name) {
        boolean cell = name.equals("td") || name.equals("th");
        if (cell && tableDepth == 1 && table != null) {
            table.cell(text.toString());
            text.setLength(0);
        } else if (BLOCKS.contains(name)) {
            text.append(' ');
        }
    }

    private void flush() {
        String block = html ? withoutSourceBreaks(text) : text.toString();
        text.setLength(0);
        if (block.isBlank()) {
            return;
        }
        if (headingLevel > 0) {
            target.heading(headingLevel, block, null);
        } else if (!listItems.isEmpty() && itemOpens) {
            target.listItem(block, null);
            itemOpens = false;
        } else {
            target.paragraph(block, null);
        }
    }

    private static String withoutSourceBreaks(CharSequence block) {
        return SOURCE_BREAKS.matcher(block).replaceAll(found -> {
            boolean inside = found.start() > 0 && found.end() < block.length();
            return inside ? LineJoiner.glue(block.charAt(found.start() - 1), block.charAt(found.end())) : "";
        });
    }

    private static int headingLevel(String name, @Nullable String style) {
        if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
            return name.charAt(1) - '0';
        }
        return name.equals("p") && "title".equalsIgnoreCase(style) ? 1 : 0;
    }
}
