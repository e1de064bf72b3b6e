package io.lvxiaoshen.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a keyset-paged list.
 *
 * @param items at most as many as were asked for, in the list's order
 * @param next what to pass as {@code cursor} for the following part; null at the end
 * @param <T> what is listed
 */
public record Slice<T>(List<T> items, @Nullable String next) {
    public Slice {
        items = List.copyOf(items);
    }

    /**
     * Makes a slice of a query that was asked for one row more than wanted: the extra row only tells that there is more.
     *
     * @param rows at most {@code limit + 1} rows
     * @param limit how many were wanted, at least 1
     * @param cursor gives the cursor that continues after a row
     */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Slice<>(rows, null);
        }
        return new Slice<>(rows.subList(0, limit), cursor.apply(rows.get(limit - 1)));
    }
}
