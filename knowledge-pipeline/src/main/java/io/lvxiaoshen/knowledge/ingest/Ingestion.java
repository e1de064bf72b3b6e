package io.lvxiaoshen.knowledge.ingest;

import io.lvxiaoshen.knowledge.Chunker;
import io.lvxiaoshen.knowledge.DocumentParser;
import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.ParsedDocument;
import io.lvxiaoshen.knowledge.library.Originals;
import io.lvxiaoshen.knowledge.library.Progress;
import io.lvxiaoshen.knowledge.library.Progress.Attempt;
import io.lvxiaoshen.knowledge.library.Revision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings one revision of a document from its bytes to stored chunks. Safe to run again after any crash. */
@Component
class Ingestion {
    static final int MOST_ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Ingestion.class);
    private static final String HINT = "请稍后点击「重试」；如反复失败，请联系管理员查看日志。";

    private final Progress progress;
    private final Originals originals;
    private final DocumentParser parser;
    private final Chunker chunker;
    private final Workspace workspace;

    Ingestion(Progress progress, Originals originals, DocumentParser parser, Chunker chunker, Workspace workspace) {
        this.progress = progress;
        this.originals = originals;
        this.parser = parser;
        this.chunker = chunker;
        this.workspace = workspace;
    }

    /**
     * Runs to the next stage, or to an end.
     *
     * @throws RetryLaterException if it makes sense to run again
     */
    void run(Revision revision) {
        Attempt attempt = progress.beginParsing(revision).orElse(null);
        if (attempt == null) {
            return;
        }
        if (attempt.number() > MOST_ATTEMPTS) {
            progress.failed(revision, "读取这个文件时程序 " + MOST_ATTEMPTS + " 次意外中断，已停止尝试。", HINT);
            return;
        }
        try {
            read(revision, attempt);
        } catch (FileRefusedException refusal) {
            progress.rejected(revision, refusal);
        } catch (CancellationException stopping) {
            throw new RetryLaterException(stopping);
        } catch (IOException | RuntimeException e) {
            giveUpOrRetry(revision, attempt, e);
        }
    }

    private void read(Revision revision, Attempt attempt) throws IOException {
        Path file = workspace.newFile();
        try {
            try (InputStream original = originals.open(attempt.sha256())) {
                Files.copy(original, file, StandardCopyOption.REPLACE_EXISTING);
            }
            ParsedDocument document = parser.parse(file, attempt.name());
            progress.chunked(revision, document, chunker.chunk(document));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void giveUpOrRetry(Revision revision, Attempt attempt, Exception cause) {
        if (attempt.number() < MOST_ATTEMPTS) {
            throw new RetryLaterException(cause);
        }
        LOG.error("Gave up on document {} after {} attempts", revision.documentId(), attempt.number(), cause);
        progress.failed(revision, "读取文件时系统出错，已尝试 " + MOST_ATTEMPTS + " 次。", HINT);
    }

    /** The job failed for a reason that may pass. */
    static final class RetryLaterException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RetryLaterException(Exception cause) {
            super(cause);
        }
    }
}
