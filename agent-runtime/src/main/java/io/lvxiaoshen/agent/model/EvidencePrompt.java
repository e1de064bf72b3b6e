package io.lvxiaoshen.agent.model;

import io.lvxiaoshen.agent.answer.Grounding;
import io.lvxiaoshen.agent.conversation.MessageStatus;
import io.lvxiaoshen.agent.conversation.Turn;
import io.lvxiaoshen.rag.Evidence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Writes the prompt for a grounded answer. Evidence stands between marks that no document can write: wherever a text
 * holds them itself, they are made harmless.
 */
final class EvidencePrompt {
    private static final int LONGEST_EVIDENCE = 8000;
    private static final int MOST_PASSAGES = 10;
    private static final int LONGEST_TURN = 600;
    private static final Pattern CITATION = Pattern.compile("\\[\\d{1,3}]");

    private final String instructions;
    private final int turns;

    EvidencePrompt(int turns) {
        this.turns = turns;
        try (InputStream in = Objects.requireNonNull(EvidencePrompt.class.getResourceAsStream("instructions.txt"))) {
            instructions = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the best passages that fit, in order; number n of the prompt is the n-th of them. */
    static List<Evidence> fitting(List<Evidence> evidence) {
        List<Evidence> fitting = new ArrayList<>();
        int length = 0;
        for (Evidence found : evidence) {
            length += found.text().length();
            if (fitting.size() == MOST_PASSAGES || (length > LONGEST_EVIDENCE && !fitting.isEmpty())) {
                break;
            }
            fitting.add(found);
        }
        return fitting;
    }

    Prompt of(Grounding grounding, List<Evidence> evidence) {
        StringBuilder request = new StringBuilder("资料：\n\n");
        for (int i = 0; i < evidence.size(); i++) {
            Evidence found = evidence.get(i);
            String place = String.join(" / ", found.headingPath());
            request.append("<<<资料 ").append(i + 1).append("\n出处：");
            request.append(harmless(place.isEmpty() ? found.documentTitle() : place))
                    .append('\n');
            request.append(harmless(shortened(found.text(), LONGEST_EVIDENCE)));
            request.append("\n资料 ").append(i + 1).append(">>>\n\n");
        }
        request.append("问题：").append(harmless(grounding.question()));
        return new Prompt(instructions, recent(grounding.turns()), request.toString());
    }

    /** Numbers of earlier answers meant other passages, so they are left out. */
    private List<Turn> recent(List<Turn> all) {
        return all.stream()
                .filter(turn -> turn.status() == MessageStatus.ANSWERED)
                .skip(Math.max(
                        0,
                        all.stream()
                                        .filter(turn -> turn.status() == MessageStatus.ANSWERED)
                                        .count()
                                - turns))
                .map(turn -> new Turn(
                        harmless(shortened(turn.question(), LONGEST_TURN)),
                        shortened(CITATION.matcher(turn.answer()).replaceAll(""), LONGEST_TURN),
                        turn.status()))
                .toList();
    }

    private static String harmless(String text) {
        return text.replace("<<<", "＜＜＜").replace(">>>", "＞＞＞");
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
