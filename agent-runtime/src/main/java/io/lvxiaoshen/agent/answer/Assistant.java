package io.lvxiaoshen.agent.answer;

import io.lvxiaoshen.agent.AgentProperties;
import io.lvxiaoshen.agent.conversation.Exchange;
import io.lvxiaoshen.agent.conversation.Messages;
import io.lvxiaoshen.agent.conversation.Outcome;
import io.lvxiaoshen.agent.conversation.Turn;
import io.lvxiaoshen.rag.Evidence;
import io.lvxiaoshen.rag.EvidenceQuery;
import io.lvxiaoshen.rag.EvidenceSearch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Answers a question of a conversation: small talk with a fixed introduction, everything else from evidence.
 *
 * <p>What was said before is read from PostgreSQL for every question rather than kept in memory: it is one indexed read
 * of a few rows next to a search, every node sees the same, nothing has to be released after idle time, and a restart
 * forgets nothing.
 */
@Component
public class Assistant {
    private final Messages messages;
    private final EvidenceSearch search;
    private final ReadableBases readable;
    private final Answerer answerer;
    private final int passages;
    private final int turns;

    Assistant(
            Messages messages,
            EvidenceSearch search,
            ReadableBases readable,
            Answerer answerer,
            AgentProperties properties) {
        this.messages = messages;
        this.search = search;
        this.readable = readable;
        this.answerer = answerer;
        this.passages = properties.run().evidence();
        this.turns = Math.max(FollowUp.TURNS, properties.model().turns());
    }

    /** Answers the exchange's question; see {@link Answerer#answer}. */
    public CompletableFuture<Outcome> answer(Exchange exchange, AnswerSink sink) {
        String question = exchange.question().text();
        Optional<String> introduction = SmallTalk.reply(question);
        if (introduction.isPresent()) {
            sink.delta(introduction.get());
            return CompletableFuture.completedFuture(SmallTalk.outcome(introduction.get()));
        }
        List<Turn> recent = messages.recentTurns(exchange.conversationId(), turns);
        String subject = FollowUp.complete(question, recent);
        List<Evidence> evidence = readable.among(exchange.accountId(), exchange.knowledgeBaseIds())
                .map(bases -> search.search(new EvidenceQuery(bases, subject, passages)))
                .orElse(List.of());
        return answerer.answer(new Grounding(question, subject, recent, evidence), sink);
    }
}
