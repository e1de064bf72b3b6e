package io.lvxiaoshen.agent.extract;

import io.lvxiaoshen.agent.AnswerMode;
import io.lvxiaoshen.agent.answer.AnswerSink;
import io.lvxiaoshen.agent.answer.Answerer;
import io.lvxiaoshen.agent.answer.Grounding;
import io.lvxiaoshen.agent.answer.Refusal;
import io.lvxiaoshen.agent.conversation.MessageStatus;
import io.lvxiaoshen.agent.conversation.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Answers with sentences that stand word for word in the evidence, each with its citation; refuses what the evidence does
 * not answer. The same question over the same evidence always gets the same answer.
 */
@Component
public class ExtractiveAnswerer implements Answerer {
    private final Lexicon lexicon = Lexicon.load();

    @Override
    public CompletableFuture<Outcome> answer(Grounding grounding, AnswerSink sink) {
        Question question = Question.of(grounding.question(), grounding.subject(), lexicon);
        List<Passage> passages = Editions.newest(Passage.of(grounding.evidence()));
        Map<Passage, List<Unit>> units = new LinkedHashMap<>();
        passages.forEach(passage -> units.put(passage, UnitSplitter.split(passage)));
        Optional<Passage> named = NamedArticle.find(question, passages);
        if (named.isPresent()) {
            return CompletableFuture.completedFuture(quote(Map.of(named.get(), units.get(named.get())), sink));
        }
        Relevance relevance = new Relevance(question, units);
        List<Candidate> candidates = new UnitScoring(question, relevance).score(units);
        if (candidates.isEmpty()
                || !confidence(grounding, relevance, candidates.get(0)).isEnough()) {
            return CompletableFuture.completedFuture(Refusal.outcome(AnswerMode.EXTRACTIVE, null));
        }
        return CompletableFuture.completedFuture(quote(Selection.of(question, candidates, units), sink));
    }

    private static Confidence confidence(Grounding grounding, Relevance relevance, Candidate best) {
        return Confidence.of(
                grounding.evidence(), relevance.answeredShare(best.unit().passage()));
    }

    private static Outcome quote(Map<Passage, List<Unit>> selection, AnswerSink sink) {
        Excerpt excerpt = Excerpt.of(selection);
        sink.evidence(excerpt.citations());
        excerpt.pieces().forEach(sink::delta);
        return new Outcome(
                MessageStatus.ANSWERED, excerpt.text(), AnswerMode.EXTRACTIVE, null, excerpt.citations(), null);
    }
}
