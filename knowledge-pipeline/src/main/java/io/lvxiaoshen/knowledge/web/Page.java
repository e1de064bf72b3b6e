package io.lvxiaoshen.knowledge.web;

import io.lvxiaoshen.platform.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks what a caller asks of a list. */
final class Page {
    static final int MOST = 200;
    static final int MOST_ELEMENTS = 1_000;

    private static final int USUAL = 50;

    private Page() {}

    static int limit(@Nullable Integer asked, int most) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1 || asked > most) {
            throw ProblemException.invalid("limit-out-of-range", "每页数量须在 1 至 " + most + " 之间。", "请调整每页数量后重试。");
        }
        return asked;
    }

    static @Nullable UUID idCursor(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw invalidCursor();
        }
    }

    static @Nullable Integer ordinalCursor(@Nullable String cursor) {
        try {
            return cursor == null ? null : Integer.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw invalidCursor();
        }
    }

    private static ProblemException invalidCursor() {
        return ProblemException.invalid("cursor-invalid", "翻页位置无效。", "请从第一页重新打开列表。");
    }
}
