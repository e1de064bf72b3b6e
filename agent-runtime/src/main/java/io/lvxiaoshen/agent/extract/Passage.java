package io.lvxiaoshen.agent.extract;

import io.lvxiaoshen.rag.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one article, or of one place outside of articles, in reading order.
 *
 * @param rank best rank of what it was made of, from 0
 * @param first the evidence of that rank
 * @param stretches the text found; neighbouring chunks are joined
 * @param similarity best cosine of question and chunk, 0 if none was among the nearest
 */
record Passage(int rank, Evidence first, List<Span> stretches, double similarity) {
    Passage {
        stretches = List.copyOf(stretches);
    }

    /** Puts the chunks of one article together. Returns the passages by rank. */
    static List<Passage> of(List<Evidence> evidence) {
        Map<Place, List<Evidence>> places = new LinkedHashMap<>();
        for (Evidence found : evidence) {
            places.computeIfAbsent(Place.of(found), place -> new ArrayList<>()).add(found);
        }
        List<Passage> passages = new ArrayList<>(places.size());
        for (List<Evidence> chunks : places.values()) {
            Evidence first = chunks.get(0);
            double similarity = chunks.stream()
                    .mapToDouble(chunk -> chunk.scores().similarity())
                    .max()
                    .orElse(0);
            passages.add(new Passage(evidence.indexOf(first), first, join(chunks), similarity));
        }
        return passages;
    }

    private static List<Span> join(List<Evidence> chunks) {
        List<Span> stretches = new ArrayList<>();
        for (Evidence chunk :
                chunks.stream().sorted(Comparator.comparingInt(Evidence::start)).toList()) {
            Span next = new Span(chunk.text(), chunk.start());
            Span last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            Span joined = last == null ? null : join(last, next);
            if (joined == null) {
                stretches.add(next);
            } else {
                stretches.set(stretches.size() - 1, joined);
            }
        }
        return stretches;
    }

    /** Elements of a document are joined by one line feed, so a gap of one character is known. */
    private static @Nullable Span join(Span last, Span next) {
        if (next.end() <= last.end()) {
            return last;
        }
        if (next.start() <= last.end()) {
            return new Span(last.text() + next.text().substring(last.end() - next.start()), last.start());
        }
        return next.start() == last.end() + 1 ? new Span(last.text() + "\n" + next.text(), last.start()) : null;
    }

    private record Place(UUID documentId, List<String> headingPath, String articleOrChunk) {
        static Place of(Evidence found) {
            String article = found.article();
            return new Place(
                    found.documentId(),
                    found.headingPath(),
                    article == null ? found.chunkId().toString() : article);
        }
    }
}
