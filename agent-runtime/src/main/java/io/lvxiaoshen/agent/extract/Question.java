package io.lvxiaoshen.agent.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a question is about and what it is after.
 *
 * @param text the question
 * @param terms what an answer should speak of
 * @param cues what it is after
 * @param article the article that it names
 */
record Question(String text, List<Term> terms, Set<Cue> cues, Optional<ArticleNumber> article) {
    private static final String PARTICLES = "的了吗呢吧啊呀么我你您他她它们这那哪谁啥嘛请";
    private static final String GRAMMATICAL =
            "是有在会被对把要与和或及于从由向之为以能可应就都也还又不没很更最个些其将得着过让给到去来上下中等如若因所而但并且各每某样时后前做用多少几说看找说家人后里";
    private static final double GRAMMATICAL_WEIGHT = 0.4;
    /** What a follow-up says itself counts for more than what it leans on. */
    private static final double OWN_WORDS = 2;

    private static final char BOUNDARY = ' ';

    /**
     * Analyses a question.
     *
     * @param asked as the person asked it: tells what it is after
     * @param subject the question made complete: tells what it is about
     */
    static Question of(String asked, String subject, Lexicon lexicon) {
        Map<String, Term> terms = new LinkedHashMap<>();
        StringBuilder rest = new StringBuilder(Folding.fold(subject));
        for (Lexicon.Entry entry : lexicon.entries()) {
            for (int at = rest.indexOf(entry.word()); at >= 0; at = rest.indexOf(entry.word())) {
                blank(rest, at, entry.word().length());
                double weight = Math.max(1, entry.word().length() - 1);
                terms.put(entry.word(), new Term(entry.spellings(), weight, false));
            }
        }
        for (String word : lexicon.questionWords()) {
            for (int at = rest.indexOf(word); at >= 0; at = rest.indexOf(word)) {
                blank(rest, at, word.length());
            }
        }
        runs(rest, terms);
        String own = Folding.fold(asked);
        if (!own.equals(Folding.fold(subject))) {
            terms.replaceAll((word, term) -> own.contains(word) ? term.heavier(OWN_WORDS) : term);
        }
        return new Question(asked, List.copyOf(terms.values()), Cue.in(Folding.fold(asked)), ArticleNumber.in(subject));
    }

    private static void blank(StringBuilder text, int at, int length) {
        for (int i = at; i < at + length; i++) {
            text.setCharAt(i, BOUNDARY);
        }
    }

    private static void runs(CharSequence text, Map<String, Term> terms) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || kind(text.charAt(i)) != kind(text.charAt(from))) {
                run(text.subSequence(from, i).toString(), terms);
                from = i;
            }
        }
    }

    private static void run(String run, Map<String, Term> terms) {
        if (run.isEmpty() || kind(run.charAt(0)) == 0) {
            return;
        }
        if (kind(run.charAt(0)) == 2) {
            terms.putIfAbsent(run, new Term(List.of(run), 1, false));
            return;
        }
        for (int i = 0; i + 2 <= run.length(); i++) {
            String pair = run.substring(i, i + 2);
            boolean grammatical = holds(GRAMMATICAL, pair);
            terms.putIfAbsent(pair, new Term(List.of(pair), grammatical ? GRAMMATICAL_WEIGHT : 1, grammatical));
        }
        if (run.length() == 1 && !holds(GRAMMATICAL, run)) {
            terms.putIfAbsent(run, new Term(List.of(run), 0.5, true));
        }
    }

    private static boolean holds(String characters, String word) {
        return word.chars().anyMatch(c -> characters.indexOf(c) >= 0);
    }

    /** 0 for what separates, 1 for Chinese, 2 for Latin letters and digits. */
    private static int kind(char c) {
        if (Folding.isHan(c)) {
            return PARTICLES.indexOf(c) >= 0 ? 0 : 1;
        }
        return Character.isLetterOrDigit(c) ? 2 : 0;
    }

    /** Whether one of the cues is usually answered by a single sentence. */
    boolean isPointed() {
        return cues.stream().anyMatch(Cue::isPointed) && !cues.contains(Cue.LIST);
    }
}
