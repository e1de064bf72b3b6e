package io.lvxiaoshen.platform.identity;

import org.jspecify.annotations.Nullable;

/** What a unit of the organisation is, and below what it may stand. */
enum UnitKind {
    /** The bureau itself: the root. */
    BUREAU,

    /** A division of the bureau or of a district's office; divisions may have divisions. */
    DIVISION,

    /** A district's office. */
    DISTRICT,

    /** A street's or town's office within a district. */
    STREET;

    /** Returns whether a unit of this kind may stand below {@code parent}; null is the top. */
    boolean mayStandUnder(@Nullable UnitKind parent) {
        return switch (this) {
            case BUREAU -> parent == null;
            case DIVISION -> parent == BUREAU || parent == DISTRICT || parent == DIVISION;
            case DISTRICT -> parent == BUREAU;
            case STREET -> parent == DISTRICT;
        };
    }
}
