package io.lvxiaoshen.agent.conversation;

/** Names a conversation after its first question. */
final class Titles {
    private static final int LENGTH = 30;

    private Titles() {}

    /** Returns the question on one line, cut after 30 characters. */
    static String of(String question) {
        String line = question.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LENGTH) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LENGTH)) + "…";
    }
}
