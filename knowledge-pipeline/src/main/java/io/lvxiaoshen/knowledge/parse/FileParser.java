package io.lvxiaoshen.knowledge.parse;

import io.lvxiaoshen.knowledge.DocumentParser;
import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.ParsedDocument;
import io.lvxiaoshen.knowledge.ReadingLimits;
import io.lvxiaoshen.knowledge.RefusalReason;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads each file on a thread of its own pool until its deadline. A reader that heeds neither deadline nor interruption
 * keeps its thread; the pool is bounded, so such files can never use up the machine.
 */
public final class FileParser implements DocumentParser {
    private static final int IDLE_SECONDS = 10;

    private final ReadingLimits limits;
    private final FileReading reading;
    private final ExecutorService threads;

    /** Creates a parser that holds to {@code limits}. */
    public FileParser(ReadingLimits limits) {
        this.limits = limits;
        this.reading = new FileReading(limits);
        this.threads = new ThreadPoolExecutor(
                0, 2 * limits.threads(), IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "file-parser");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Override
    public ParsedDocument parse(Path file, String name) {
        Deadline deadline = Deadline.in(limits.time());
        Future<ParsedDocument> document = threads.submit(() -> reading.read(file, name, deadline));
        try {
            return document.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw deadline.passed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while reading " + name);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            document.cancel(true);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof StackOverflowError || cause instanceof OutOfMemoryError) {
            return new FileRefusedException(RefusalReason.TOO_COMPLEX);
        }
        if (cause instanceof RuntimeException known) {
            return known;
        }
        return new IllegalStateException("reading ended unexpectedly", cause);
    }
}
