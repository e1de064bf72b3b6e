package io.lvxiaoshen.knowledge.chunk;

import io.lvxiaoshen.knowledge.Chunk;
import io.lvxiaoshen.knowledge.ChunkSizes;
import io.lvxiaoshen.knowledge.Chunker;
import io.lvxiaoshen.knowledge.Element;
import io.lvxiaoshen.knowledge.ParsedDocument;
import io.lvxiaoshen.platform.IdSource;
import java.util.ArrayList;
import java.util.List;

/** Cuts along the document's structure: an article stays whole while it fits, other text is put together by heading. */
public final class StructureChunker implements Chunker {
    private final ChunkSizes sizes;
    private final IdSource ids;

    /** Creates a chunker for chunks of these sizes. */
    public StructureChunker(ChunkSizes sizes, IdSource ids) {
        this.sizes = sizes;
        this.ids = ids;
    }

    @Override
    public List<Chunk> chunk(ParsedDocument document) {
        Cutter cutter = new Cutter(document.text(), sizes.maximum());
        List<Chunk> chunks = new ArrayList<>();
        for (Section section : Outline.of(document)) {
            int target = section.article() == null ? sizes.target() : sizes.maximum();
            for (Span group : groups(section)) {
                for (Span span : cutter.cut(group, target)) {
                    chunks.add(chunk(document, section, span, chunks.size()));
                }
            }
        }
        return chunks;
    }

    /** A numbered point of a decision, such as 一、, begins a group of its own where there are no articles. */
    private static List<Span> groups(Section section) {
        List<Span> groups = new ArrayList<>();
        for (Element element : section.elements()) {
            Span span = new Span(element.start(), element.end());
            boolean begins = groups.isEmpty() || section.article() == null && Points.opens(element);
            if (begins) {
                groups.add(span);
            } else {
                groups.add(groups.remove(groups.size() - 1).to(span));
            }
        }
        return groups;
    }

    private Chunk chunk(ParsedDocument document, Section section, Span span, int ordinal) {
        String text = document.text().substring(span.start(), span.end());
        return new Chunk(ids.next(), ordinal, section.headingPath(), section.article(), text, span.start(), span.end());
    }
}
