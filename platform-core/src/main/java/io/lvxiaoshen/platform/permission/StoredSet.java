package io.lvxiaoshen.platform.permission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the database holds of a set, read in one statement so that all of it is of one moment; not yet verified.
 *
 * @param rows the set's rows
 * @param part the part of the list that it stands in; null where that is missing
 */
record StoredSet(List<List<String>> rows, @Nullable Part part) {

    /**
     * A part of the list of sets.
     *
     * @param version grows with every change
     * @param mac over version and sets
     * @param sets what is listed
     */
    record Part(long version, byte[] mac, List<Listed> sets) {}

    /** A set in the list, with its own version and seal. */
    record Listed(String kind, String id, long version, byte[] mac) {
        boolean names(SetKey key) {
            return kind.equals(key.kind().name()) && id.equals(key.id());
        }

        /** Returns what the list's seal covers. */
        List<String> row() {
            return List.of(kind, id, Long.toString(version));
        }
    }
}
