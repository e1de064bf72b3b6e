package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.ProblemException;

/** How much of a list may be asked for at once. */
final class ListLimit {
    private static final int MOST = 200;

    private ListLimit() {}

    static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit-out-of-range", "每页数量须在 1 至 " + MOST + " 之间。", "请调整每页数量后重试。");
        }
        return limit;
    }
}
