package io.lvxiaoshen.knowledge;

import java.util.List;

/**
 * What was read from a file.
 *
 * @param title the document's own title, else its file name without ending; never blank
 * @param mediaType found from the content, such as {@code application/pdf}
 * @param text all elements' texts joined by one line feed
 * @param elements in reading order, at least one
 * @param pages number of pages; 0 where the format has none
 */
public record ParsedDocument(String title, String mediaType, String text, List<Element> elements, int pages) {
    public ParsedDocument {
        elements = List.copyOf(elements);
    }
}
