package io.lvxiaoshen.platform.permission;

/** On which objects a permission holds; each value includes those before it. */
public enum DataScope {
    /** What one owns oneself. */
    OWN,
    /** What belongs to one's division. */
    UNIT,
    /** What belongs to one's district. */
    DISTRICT,
    /** Everything. */
    ALL;

    /** Returns whether this scope takes in the other. */
    public boolean includes(DataScope other) {
        return compareTo(other) >= 0;
    }

    DataScope atMost(DataScope limit) {
        return includes(limit) ? limit : this;
    }
}
