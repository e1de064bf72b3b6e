package io.lvxiaoshen.platform.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes entries that stand for themselves. Those of many threads that come while one batch is being forced to the disk
 * share the next: one commit for all of them.
 */
@Component
class AuditWriter implements SmartLifecycle {
    private static final int BATCH = 500;
    private static final int WAITING = 10_000;
    private static final long TIMEOUT_SECONDS = 10;

    private final AuditStore store;
    private final TransactionTemplate transactions;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean running;
    private @Nullable Thread thread;

    private record Waiting(AuditEntry entry, CompletableFuture<Void> written) {}

    AuditWriter(AuditStore store, TransactionTemplate transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /**
     * Writes an entry and waits until it is on the disk.
     *
     * @throws IllegalStateException if it is not within ten seconds
     */
    void write(AuditEntry entry) {
        Waiting waiting = new Waiting(entry, new CompletableFuture<>());
        try {
            if (!queue.offer(waiting, TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("too many audit entries wait to be written");
            }
            waiting.written().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before an audit entry was written", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an audit entry could not be written", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("an audit entry was not written in time", e);
        }
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>(BATCH);
        while (running || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    write(batch);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                batch.clear();
            }
        }
    }

    private void write(List<Waiting> batch) {
        try {
            List<AuditEntry> entries = batch.stream().map(Waiting::entry).toList();
            transactions.executeWithoutResult(status -> store.add(entries));
            batch.forEach(waiting -> waiting.written().complete(null));
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                batch.get(0).written().completeExceptionally(e);
            } else {
                // One that the database refuses must not take the others with it.
                batch.forEach(waiting -> write(List.of(waiting)));
            }
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        Thread started = new Thread(this::run, "audit-writer");
        started.start();
        thread = started;
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread stopping = thread;
        if (stopping == null) {
            return;
        }
        try {
            stopping.join(TimeUnit.SECONDS.toMillis(TIMEOUT_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** First to start and last to stop: whatever else runs may have something to record. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
