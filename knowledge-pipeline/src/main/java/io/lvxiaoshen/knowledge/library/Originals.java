package io.lvxiaoshen.knowledge.library;

import io.lvxiaoshen.platform.ObjectStore;
import io.lvxiaoshen.platform.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files as they were uploaded. Documents with the same content share one; it goes when the last of them goes. Whoever
 * begins or ends a reference holds a lock on the content until the transaction ends.
 */
@Component
public class Originals {
    /** Longer than any upload takes. */
    private static final Duration UPLOAD = Duration.ofMinutes(10);

    private final ObjectStore store;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Jobs jobs;

    Originals(ObjectStore store, JdbcClient jdbc, TransactionTemplate transaction, Jobs jobs) {
        this.store = store;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.jobs = jobs;
    }

    /**
     * Stores a file to which a document is about to refer. Should that never happen, because this process dies, a job
     * removes the file later.
     */
    void bring(UploadedFile file) throws IOException {
        transaction.executeWithoutResult(status -> jobs.release(file.digest(), UPLOAD));
        put(file);
    }

    /** Within a transaction: locks the content and makes sure that it is still there. */
    void refer(UploadedFile file) throws IOException {
        lock(file.digest());
        if (!store.contains(file.digest())) {
            put(file);
        }
    }

    /** Within a transaction: has the file removed afterwards if no other document refers to it. */
    void release(String sha256) {
        jobs.release(new Sha256(sha256), Duration.ZERO);
    }

    /** Removes the file unless a document refers to it. May be called any number of times. */
    public void removeIfUnused(Sha256 digest) {
        transaction.executeWithoutResult(status -> {
            lock(digest);
            boolean used = jdbc.sql("select exists (select from knowledge.document"
                            + " where sha256 = :sha256 and stage <> 'REJECTED')")
                    .param("sha256", digest.hex())
                    .query(Boolean.class)
                    .single();
            if (!used) {
                remove(digest);
            }
        });
    }

    /**
     * Opens an original for reading.
     *
     * @throws java.nio.file.NoSuchFileException if it is gone
     */
    public InputStream open(String sha256) throws IOException {
        return store.open(new Sha256(sha256));
    }

    private void lock(Sha256 digest) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:sha256, 0))")
                .param("sha256", digest.hex())
                .query((row, index) -> true)
                .single();
    }

    private void put(UploadedFile file) throws IOException {
        try (InputStream content = file.content().getInputStream()) {
            if (!store.put(content, file.size()).digest().equals(file.digest())) {
                throw new IOException("the uploaded file changed while it was being stored");
            }
        }
    }

    private void remove(Sha256 digest) {
        try {
            store.delete(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
