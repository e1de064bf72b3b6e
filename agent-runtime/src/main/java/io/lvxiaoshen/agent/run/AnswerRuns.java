package io.lvxiaoshen.agent.run;

import io.lvxiaoshen.agent.AgentProperties;
import io.lvxiaoshen.agent.answer.Assistant;
import io.lvxiaoshen.agent.conversation.Exchange;
import io.lvxiaoshen.agent.conversation.Message;
import io.lvxiaoshen.agent.conversation.Messages;
import io.lvxiaoshen.agent.conversation.Outcome;
import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.ProblemException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Runs answers. The question and its running answer are stored before anyone hears of them, the answer is stored when it
 * ends, and between the two nobody needs to watch. Every run ends: by itself, by its time-out, by being cancelled, or,
 * if the process dies, by the {@link Heartbeat} of any other.
 */
@Component
public class AnswerRuns {
    private static final Logger log = LoggerFactory.getLogger(AnswerRuns.class);

    private final Map<UUID, AnswerRun> active = new ConcurrentHashMap<>();
    private final Messages messages;
    private final Assistant assistant;
    private final ProcessLease lease;
    private final IdSource ids;
    private final Executor executor;
    private final int concurrent;
    private final Duration timeout;

    AnswerRuns(
            Messages messages,
            Assistant assistant,
            ProcessLease lease,
            IdSource ids,
            @Qualifier("answerExecutor") Executor executor,
            AgentProperties properties) {
        this.messages = messages;
        this.assistant = assistant;
        this.lease = lease;
        this.ids = ids;
        this.executor = executor;
        this.concurrent = properties.run().concurrent();
        this.timeout = properties.run().timeout();
    }

    /**
     * Stores a question and begins to answer it; returns as soon as both are stored.
     *
     * @throws ProblemException if the question cannot be asked now; then nothing is stored and the listener not called
     */
    public void ask(UUID accountId, UUID conversationId, @Nullable String text, RunListener listener) {
        String question = Messages.checkedQuestion(text);
        AnswerRun run = new AnswerRun(ids.next(), conversationId, listener);
        admit(run);
        Exchange exchange;
        try {
            exchange = messages.begin(accountId, conversationId, run.answerId(), question, lease.processId());
        } catch (RuntimeException e) {
            active.remove(run.answerId());
            throw e;
        }
        run.markStored();
        listener.started(exchange);
        run.outcome()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync((outcome, failure) -> finish(run, exchange, outcomeOf(outcome, failure)), executor);
        executor.execute(() -> produce(run, exchange));
    }

    /**
     * Stops an answer if it is still being written, on whichever node.
     *
     * @throws ProblemException if the account has no such message
     */
    public void cancel(UUID accountId, UUID answerId) {
        messages.requireOwner(accountId, answerId);
        AnswerRun run = active.get(answerId);
        messages.finish(answerId, run == null ? Outcome.cancelled("", List.of()) : run.cancel());
    }

    /** Stops what this node still answers in a conversation that was deleted. */
    public void withdraw(UUID conversationId) {
        active.values().stream()
                .filter(run -> run.conversationId().equals(conversationId))
                .forEach(AnswerRun::cancel);
    }

    /**
     * Brings memory and database together: answers that were ended elsewhere are no longer written here, and answers
     * stored as running here that nobody writes (their end could not be stored) end as failed.
     */
    void reconcile() {
        List<AnswerRun> here =
                active.values().stream().filter(AnswerRun::stored).toList();
        Set<UUID> stored = new HashSet<>(lease.runningHere());
        here.stream().filter(run -> !stored.contains(run.answerId())).forEach(AnswerRun::cancel);
        stored.stream()
                .filter(id -> !active.containsKey(id))
                .forEach(id -> messages.finish(id, Outcome.failed("回答未能保存，请重新提问。")));
    }

    /** Ends every running answer because the process stops. */
    void interruptAll() {
        for (AnswerRun run : active.values()) {
            Outcome interrupted = Outcome.failed(ProcessLease.INTERRUPTED);
            run.outcome().complete(interrupted);
            messages.finish(run.answerId(), interrupted);
            run.listener().lost();
        }
    }

    private synchronized void admit(AnswerRun run) {
        if (active.size() >= concurrent) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE, "assistant-busy", "当前提问人数过多，暂时无法回答。", "请稍候片刻再提问。");
        }
        active.put(run.answerId(), run);
    }

    private void produce(AnswerRun run, Exchange exchange) {
        try {
            assistant.answer(exchange, run).whenComplete((outcome, failure) -> {
                if (failure == null) {
                    run.outcome().complete(outcome);
                } else {
                    run.outcome().completeExceptionally(failure);
                }
            });
        } catch (RuntimeException | Error e) {
            run.outcome().completeExceptionally(e);
        }
    }

    private Outcome outcomeOf(Outcome outcome, @Nullable Throwable failure) {
        if (failure == null) {
            return outcome;
        }
        if (failure instanceof TimeoutException) {
            return Outcome.failed("回答超过 " + timeout.toSeconds() + " 秒仍未完成，已停止。请缩小问题范围后重试。");
        }
        log.error("An answer failed", failure);
        return Outcome.failed("回答时发生内部错误，请稍后重新提问；如多次出现，请联系管理员。");
    }

    private void finish(AnswerRun run, Exchange exchange, Outcome outcome) {
        try {
            messages.finish(run.answerId(), outcome);
            Message stored = messages.find(run.answerId()).orElseGet(exchange.answer()::withdrawn);
            active.remove(run.answerId());
            run.listener().finished(stored);
        } catch (RuntimeException e) {
            log.error("The end of answer {} could not be stored", run.answerId(), e);
            active.remove(run.answerId());
            run.listener().lost();
        }
    }
}
