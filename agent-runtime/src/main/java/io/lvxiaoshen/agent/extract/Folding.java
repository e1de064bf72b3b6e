package io.lvxiaoshen.agent.extract;

/** Makes spellings of the same character equal, one character for one, so that offsets stay as they are. */
final class Folding {
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    private Folding() {}

    /** Full-width Latin letters and digits become half-width, and letters lower case. */
    static String fold(CharSequence text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            char c = text.charAt(i);
            if (c >= '！' && c <= '～' && Character.isLetterOrDigit(c - FULL_WIDTH_OFFSET)) {
                c = (char) (c - FULL_WIDTH_OFFSET);
            }
            folded[i] = Character.toLowerCase(c);
        }
        return new String(folded);
    }

    /** Whether a character is Chinese. */
    static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff' || c >= '\u3400' && c <= '\u4dbf' || c == '〇';
    }
}
