package io.lvxiaoshen.agent.model;

import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model's reply after its citations were checked.
 *
 * @param text the reply, each number in brackets of its own, without numbers that mean nothing
 * @param numbers the numbers cited
 * @param complete whether every sentence carries a number
 */
record CitedText(String text, TreeSet<Integer> numbers, boolean complete) {
    private static final Pattern GROUP =
            Pattern.compile("[\\[【［]\\s*(?:资料\\s*)?(\\d{1,3}(?:\\s*[,，、;；]\\s*(?:资料\\s*)?\\d{1,3})*)\\s*[]】］]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？!?])(?!\\s*\\[)|\\n+");
    private static final Pattern CITATION = Pattern.compile("\\[\\d{1,3}]");

    /**
     * Checks a reply.
     *
     * @param passages how many passages the model was given, numbered from 1
     */
    static CitedText of(String reply, int passages) {
        TreeSet<Integer> numbers = new TreeSet<>();
        Matcher groups = GROUP.matcher(reply);
        StringBuilder text = new StringBuilder();
        while (groups.find()) {
            StringBuilder valid = new StringBuilder();
            Matcher each = NUMBER.matcher(groups.group(1));
            while (each.find()) {
                int number = Integer.parseInt(each.group());
                if (number >= 1 && number <= passages) {
                    numbers.add(number);
                    valid.append('[').append(number).append(']');
                }
            }
            groups.appendReplacement(text, Matcher.quoteReplacement(valid.toString()));
        }
        groups.appendTail(text);
        String checked = text.toString().strip();
        return new CitedText(checked, numbers, isComplete(checked));
    }

    /** Headings and lead-ins that end in a colon state nothing themselves. */
    private static boolean isComplete(String text) {
        for (String sentence : SENTENCE_END.split(text)) {
            String plain = sentence.strip();
            boolean states = !plain.isEmpty()
                    && !plain.startsWith("#")
                    && !plain.endsWith("：")
                    && !plain.endsWith(":")
                    && plain.codePoints().anyMatch(Character::isLetterOrDigit);
            if (states && !CITATION.matcher(plain).find()) {
                return false;
            }
        }
        return true;
    }
}
