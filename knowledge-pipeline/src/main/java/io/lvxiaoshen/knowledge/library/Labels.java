package io.lvxiaoshen.knowledge.library;

import io.lvxiaoshen.platform.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people may write about a knowledge base. */
final class Labels {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\n\\t]+");

    private Labels() {}

    static String name(@Nullable String given) {
        String name = LINE_BREAKS.matcher(visible(given)).replaceAll(" ").strip();
        if (name.isEmpty()) {
            throw ProblemException.invalid("knowledge-base-name-blank", "知识库名称不能为空。", "请填写名称后重试。");
        }
        if (name.length() > LONGEST_NAME) {
            throw ProblemException.invalid(
                    "knowledge-base-name-too-long", "知识库名称超过 " + LONGEST_NAME + " 个字符。", "请缩短名称后重试。");
        }
        return name;
    }

    static String description(@Nullable String given) {
        String description = visible(given).strip();
        if (description.length() > LONGEST_DESCRIPTION) {
            throw ProblemException.invalid(
                    "knowledge-base-description-too-long", "知识库说明超过 " + LONGEST_DESCRIPTION + " 个字符。", "请缩短说明后重试。");
        }
        return description;
    }

    private static String visible(@Nullable String text) {
        return text == null ? "" : CONTROL.matcher(text).replaceAll("");
    }
}
