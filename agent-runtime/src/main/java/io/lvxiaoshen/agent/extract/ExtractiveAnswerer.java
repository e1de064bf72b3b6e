package io.lvxiaoshen.agent.extract;

import io.lvxiaoshen.agent.AnswerMode;
import io.lvxiaoshen.agent.answer.AnswerSink;
import io.lvxiaoshen.agent.answer.Answerer;
import io.lvxiaoshen.agent.answer.Grounding;
import io.lvxiaoshen.agent.answer.Refusal;
import io.lvxiaoshen.agent.conversation.Citation;
import io.lvxiaoshen.agent.conversation.MessageStatus;
import io.lvxiaoshen.agent.conversation.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers with sentences that stand word for word in the evidence, each with its citation; refuses what the evidence does
 * not answer. The same question over the same evidence always gets the same answer.
 */
@Component
public class ExtractiveAnswerer implements Answerer {
    private static final String SHORTENED = "该条列举较长，此处只摘录与问题最相关的部分，完整内容请点击引用查看。";

    private final Lexicon lexicon = Lexicon.load();

    @Override
    public CompletableFuture<Outcome> answer(Grounding grounding, AnswerSink sink) {
        Question question = Question.of(grounding.question(), grounding.subject(), lexicon);
        Editions editions = Editions.newestOf(Passage.of(grounding.evidence()));
        Map<Passage, List<Unit>> units = new LinkedHashMap<>();
        editions.passages().forEach(passage -> units.put(passage, UnitSplitter.split(passage)));
        Optional<Passage> named = NamedArticle.find(question, editions.passages());
        if (named.isPresent()) {
            Map<Passage, List<Unit>> article = Map.of(named.get(), units.getOrDefault(named.get(), List.of()));
            return CompletableFuture.completedFuture(quote(article, editions, false, sink));
        }
        Relevance relevance = new Relevance(question, units);
        List<Candidate> candidates = new UnitScoring(question, relevance).score(units);
        if (candidates.isEmpty()
                || !confidence(grounding, relevance, candidates.get(0)).isEnough()) {
            return CompletableFuture.completedFuture(Refusal.outcome(AnswerMode.EXTRACTIVE, null));
        }
        Selection selection = Selection.of(question, relevance, candidates, units);
        return CompletableFuture.completedFuture(quote(selection.units(), editions, selection.isShortened(), sink));
    }

    private static Confidence confidence(Grounding grounding, Relevance relevance, Candidate best) {
        return Confidence.of(
                grounding.evidence(), relevance.answeredShare(best.unit().passage()));
    }

    private static Outcome quote(
            Map<Passage, List<Unit>> selection, Editions editions, boolean shortened, AnswerSink sink) {
        Excerpt excerpt = Excerpt.of(selection);
        sink.evidence(excerpt.citations());
        excerpt.pieces().forEach(sink::delta);
        return new Outcome(
                MessageStatus.ANSWERED,
                excerpt.text(),
                AnswerMode.EXTRACTIVE,
                null,
                excerpt.citations(),
                shortened ? SHORTENED : editionNote(excerpt, editions));
    }

    private static @Nullable String editionNote(Excerpt excerpt, Editions editions) {
        return excerpt.citations().stream()
                .map(Citation::documentTitle)
                .filter(editions.replaced()::contains)
                .findFirst()
                .map(title -> "知识库中有《" + title + "》的多个版本，已采用较新的一份，请核对其是否现行有效。")
                .orElse(null);
    }
}
