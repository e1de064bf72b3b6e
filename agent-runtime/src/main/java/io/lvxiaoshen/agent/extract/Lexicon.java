package io.lvxiaoshen.agent.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How regulations put what people say, and which words of a question carry no content; read from {@code lexicon.txt}.
 *
 * @param entries everyday words with the words of regulations, longest first
 * @param questionWords words without content, longest first
 */
record Lexicon(List<Entry> entries, List<String> questionWords) {
    private static final String RESOURCE = "lexicon.txt";

    /** An everyday word and how regulations put it. */
    record Entry(String word, List<String> spellings) {}

    /** Reads the lexicon that comes with the product. */
    static Lexicon load() {
        List<Entry> entries = new ArrayList<>();
        List<String> questionWords = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read(line.strip(), entries, questionWords);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.sort(Comparator.comparingInt((Entry entry) -> -entry.word().length()));
        questionWords.sort(Comparator.comparingInt(word -> -word.length()));
        return new Lexicon(List.copyOf(entries), List.copyOf(questionWords));
    }

    private static void read(String line, List<Entry> entries, List<String> questionWords) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
            questionWords.addAll(Arrays.asList(line.split("\\s+")));
        } else {
            String word = line.substring(0, equals).strip();
            List<String> spellings = new ArrayList<>(List.of(word));
            spellings.addAll(Arrays.asList(line.substring(equals + 1).strip().split("\\s+")));
            entries.add(new Entry(word, List.copyOf(spellings)));
        }
    }
}
