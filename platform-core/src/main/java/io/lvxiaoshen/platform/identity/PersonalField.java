package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is sealed of a person, and how it is written. */
enum PersonalField {
    /** Telephone number: digits, with a plus before a country's prefix. */
    PHONE("platform.account.phone", 3, 4) {
        @Override
        String canonical(String typed) {
            String plain = GAPS.matcher(typed).replaceAll("");
            if (!PHONE_FORM.matcher(plain).matches()) {
                throw ProblemException.invalid("phone-invalid", "电话号码格式不正确。", "请填写 5 至 20 位数字，可带国际区号前的加号。");
            }
            return plain;
        }
    },

    /** Citizen's identity number (GB 11643-1999), with its check character. */
    ID_NUMBER("platform.account.id_number", 3, 2) {
        @Override
        String canonical(String typed) {
            String plain = GAPS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
            if (!ID_FORM.matcher(plain).matches() || plain.charAt(17) != checkCharacter(plain)) {
                throw ProblemException.invalid("id-number-invalid", "身份证号码不正确。", "请核对 18 位身份证号码。");
            }
            return plain;
        }
    };

    private static final Pattern GAPS = Pattern.compile("[\\s-]");
    private static final Pattern PHONE_FORM = Pattern.compile("\\+?\\d{5,20}");
    private static final Pattern ID_FORM = Pattern.compile("\\d{17}[\\dX]");
    private static final String CHECK_CHARACTERS = "10X98765432";

    private final String column;
    private final int shownFirst;
    private final int shownLast;

    PersonalField(String column, int shownFirst, int shownLast) {
        this.column = column;
        this.shownFirst = shownFirst;
        this.shownLast = shownLast;
    }

    /**
     * Returns a value as it is stored and looked for.
     *
     * @throws ProblemException 422 if it is none
     */
    abstract String canonical(String typed);

    /** Returns what the value's context begins with; the row's id follows. */
    String column() {
        return column;
    }

    /** Returns the value with stars for all but its ends. */
    String masked(String value) {
        if (value.length() <= shownFirst + shownLast) {
            return "*".repeat(value.length());
        }
        int hidden = value.length() - shownFirst - shownLast;
        return value.substring(0, shownFirst) + "*".repeat(hidden) + value.substring(shownFirst + hidden);
    }

    /** ISO 7064, MOD 11-2. */
    private static char checkCharacter(String idNumber) {
        int sum = 0;
        int weight = 1;
        for (int i = 16; i >= 0; i--) {
            weight = weight * 2 % 11;
            sum += (idNumber.charAt(i) - '0') * weight;
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }
}
