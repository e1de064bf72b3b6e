package io.lvxiaoshen.agent.model;

import io.lvxiaoshen.agent.AnswerMode;
import io.lvxiaoshen.agent.answer.AnswerSink;
import io.lvxiaoshen.agent.answer.Answerer;
import io.lvxiaoshen.agent.answer.Grounding;
import io.lvxiaoshen.agent.answer.Refusal;
import io.lvxiaoshen.agent.conversation.Citation;
import io.lvxiaoshen.agent.conversation.MessageStatus;
import io.lvxiaoshen.agent.conversation.Outcome;
import io.lvxiaoshen.rag.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Has a language model answer from numbered evidence. What comes back is checked: numbers that mean no passage are
 * removed, and if a sentence carries no number, the answer keeps it and says so, because silently dropping half of a
 * condition would be worse than showing that it is not backed.
 */
final class GenerativeAnswerer implements Answerer {
    private final ModelGateway gateway;
    private final EvidencePrompt prompts;

    GenerativeAnswerer(ModelGateway gateway, EvidencePrompt prompts) {
        this.gateway = gateway;
        this.prompts = prompts;
    }

    @Override
    public CompletableFuture<Outcome> answer(Grounding grounding, AnswerSink sink) {
        List<Evidence> evidence = EvidencePrompt.fitting(grounding.evidence());
        if (evidence.isEmpty()) {
            return CompletableFuture.completedFuture(Refusal.outcome(AnswerMode.MODEL, gateway.model()));
        }
        List<Citation> citations = citations(evidence);
        RefusalFilter filter = new RefusalFilter(text -> sink.delta(text));
        sink.evidence(citations);
        CompletableFuture<ModelReply> reply = gateway.stream(prompts.of(grounding, evidence), filter::accept);
        sink.whenEnded(() -> reply.cancel(true));
        return reply.thenApply(done -> {
            if (filter.isRefusal() || done.text().isBlank()) {
                return Refusal.outcome(AnswerMode.MODEL, gateway.model());
            }
            filter.flush();
            return outcome(done, citations);
        });
    }

    private Outcome outcome(ModelReply reply, List<Citation> citations) {
        CitedText cited = CitedText.of(reply.text(), citations.size());
        return new Outcome(
                MessageStatus.ANSWERED,
                cited.text(),
                AnswerMode.MODEL,
                gateway.model(),
                citations.stream()
                        .filter(citation -> cited.numbers().contains(citation.number()))
                        .toList(),
                note(cited, reply));
    }

    private static @Nullable String note(CitedText cited, ModelReply reply) {
        if (cited.numbers().isEmpty()) {
            return "模型没有标明出处，请对照原文核实后使用。";
        }
        if (reply.cutShort()) {
            return "回答达到长度上限，可能不完整。";
        }
        return cited.complete() ? null : "部分句子没有标明出处，请以引用的原文为准。";
    }

    private static List<Citation> citations(List<Evidence> evidence) {
        List<Citation> citations = new ArrayList<>();
        for (Evidence found : evidence) {
            citations.add(new Citation(
                    citations.size() + 1,
                    found.knowledgeBaseId(),
                    found.documentId(),
                    found.documentTitle(),
                    found.headingPath(),
                    found.article(),
                    found.start(),
                    found.end(),
                    found.text()));
        }
        return citations;
    }
}
