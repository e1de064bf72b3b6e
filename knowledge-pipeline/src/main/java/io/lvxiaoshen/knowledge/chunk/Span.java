package io.lvxiaoshen.knowledge.chunk;

/** A range of a document's text that begins and ends with a character that is not blank. */
record Span(int start, int end) {
    Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("empty span " + start + "–" + end);
        }
    }

    int length() {
        return end - start;
    }

    Span to(Span other) {
        return new Span(start, other.end);
    }
}
