package io.lvxiaoshen.agent.extract;

/**
 * A stretch of a document's text.
 *
 * @param text the stretch, word for word, without white space at its ends
 * @param start offset in the document's text
 */
record Span(String text, int start) {
    Span {
        if (text.isEmpty() || start < 0) {
            throw new IllegalArgumentException("empty stretch at " + start);
        }
    }

    int end() {
        return start + text.length();
    }
}
