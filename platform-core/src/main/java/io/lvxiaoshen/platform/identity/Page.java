package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks what a caller asks of a list. */
final class Page {
    private static final int MOST = 200;
    private static final int USUAL = 50;

    private Page() {}

    static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1 || asked > MOST) {
            throw ProblemException.invalid("limit-out-of-range", "每页数量须在 1 至 " + MOST + " 之间。", "请调整每页数量后重试。");
        }
        return asked;
    }

    static @Nullable UUID idCursor(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor-invalid", "翻页位置无效。", "请从第一页重新打开列表。");
        }
    }
}
