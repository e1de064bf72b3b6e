package io.lvxiaoshen.knowledge.library;

import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.RefusalReason;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name under which a file is kept: safe as a file's name, in a header and in a spreadsheet. */
final class DocumentName {
    static final int LONGEST = 200;

    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}<>:\"|?*]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern FORMULA = Pattern.compile("^[=+@\\-].*");

    private DocumentName() {}

    /**
     * Returns the last part of {@code given} without what is unsafe.
     *
     * @throws FileRefusedException if nothing remains, or more than 200 characters
     */
    static String cleaned(@Nullable String given) {
        String name = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = BLANKS.matcher(UNSAFE.matcher(name).replaceAll(""))
                .replaceAll(" ")
                .strip();
        if (name.isEmpty() || name.chars().allMatch(c -> c == '.' || c == ' ')) {
            throw new FileRefusedException(RefusalReason.UNUSABLE_NAME, "去掉路径和控制字符后没有名称");
        }
        if (name.length() > LONGEST) {
            throw new FileRefusedException(RefusalReason.UNUSABLE_NAME, "名称超过 " + LONGEST + " 个字符");
        }
        return FORMULA.matcher(name).matches() ? "_" + name : name;
    }
}
