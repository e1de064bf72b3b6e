package io.lvxiaoshen.agent.web;

import io.lvxiaoshen.agent.conversation.Citation;
import io.lvxiaoshen.agent.conversation.Exchange;
import io.lvxiaoshen.agent.conversation.Message;
import io.lvxiaoshen.agent.run.RunListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One client's view of an answer. Events wait in a bounded queue and are written by other threads than those that make
 * the answer, one at a time and in order. A client that is gone or too slow loses the stream, never the answer: it reads
 * the stored messages instead.
 */
final class AnswerStream implements RunListener {
    private static final Logger log = LoggerFactory.getLogger(AnswerStream.class);
    private static final int LONGEST_QUEUE = 4096;

    private final SseEmitter emitter;
    private final Executor writers;
    private final Queue<Event> waiting = new ArrayDeque<>();
    private boolean writing;
    private boolean closed;

    AnswerStream(SseEmitter emitter, Executor writers) {
        this.emitter = emitter;
        this.writers = writers;
        emitter.onCompletion(this::close);
        emitter.onTimeout(this::close);
        emitter.onError(gone -> close());
    }

    SseEmitter emitter() {
        return emitter;
    }

    @Override
    public void started(Exchange exchange) {
        offer(new Event("started", new Started(exchange.question(), exchange.answer()), false));
    }

    @Override
    public void evidence(List<Citation> citations) {
        offer(new Event("evidence", new Found(citations), false));
    }

    @Override
    public void delta(String text) {
        offer(new Event("delta", new Delta(text), false));
    }

    @Override
    public void finished(Message answer) {
        offer(new Event("finished", new Finished(answer), true));
    }

    @Override
    public void lost() {
        close();
        emitter.complete();
    }

    private synchronized void offer(Event event) {
        if (closed) {
            return;
        }
        if (waiting.size() >= LONGEST_QUEUE) {
            log.debug("A client reads too slowly and loses its stream");
            close();
            return;
        }
        waiting.add(event);
        if (!writing) {
            writing = true;
            try {
                writers.execute(this::write);
            } catch (RejectedExecutionException e) {
                log.warn("No thread is left to write to a client, it loses its stream");
                close();
            }
        }
    }

    private void write() {
        for (Event event = next(); event != null; event = next()) {
            try {
                emitter.send(SseEmitter.event().name(event.name()).data(event.data(), MediaType.APPLICATION_JSON));
                if (event.last()) {
                    close();
                    emitter.complete();
                }
            } catch (IOException | IllegalStateException e) {
                log.debug("A client left before its answer was complete: {}", e.toString());
                close();
            }
        }
    }

    private synchronized @Nullable Event next() {
        Event event = waiting.poll();
        writing = event != null;
        return event;
    }

    private synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private record Event(String name, Object data, boolean last) {}

    private record Started(Message question, Message answer) {}

    private record Found(List<Citation> citations) {}

    private record Delta(String text) {}

    private record Finished(Message answer) {}
}
