package io.lvxiaoshen.knowledge.chunk;

import io.lvxiaoshen.knowledge.Element;
import io.lvxiaoshen.knowledge.ElementType;
import io.lvxiaoshen.knowledge.statute.Numbering;

/** The numbered points of decisions and notices. */
final class Points {
    private static final int SHORTEST = 60;

    private Points() {}

    /** Returns whether {@code element} opens a point long enough to be found by itself. */
    static boolean opens(Element element) {
        return element.type() != ElementType.TABLE
                && element.text().length() >= SHORTEST
                && Numbering.isSection(element.text());
    }
}
