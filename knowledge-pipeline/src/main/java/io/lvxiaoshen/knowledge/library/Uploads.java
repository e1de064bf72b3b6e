package io.lvxiaoshen.knowledge.library;

import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.KnowledgeProperties;
import io.lvxiaoshen.knowledge.RefusalReason;
import io.lvxiaoshen.platform.IdSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files into knowledge bases: stored, listed and queued, or refused with nothing left behind. */
@Component
public class Uploads {
    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final KnowledgeBases knowledgeBases;
    private final Originals originals;
    private final Jobs jobs;
    private final long maxBytes;

    Uploads(
            JdbcClient jdbc,
            IdSource ids,
            Clock clock,
            TransactionTemplate transaction,
            KnowledgeBases knowledgeBases,
            Originals originals,
            Jobs jobs,
            KnowledgeProperties properties) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
        this.knowledgeBases = knowledgeBases;
        this.originals = originals;
        this.jobs = jobs;
        this.maxBytes = properties.maxFileSize().toBytes();
    }

    /**
     * Accepts one file.
     *
     * @param name as the owner's machine knows it
     * @param content can be opened several times
     * @throws FileRefusedException if the file is refused
     * @throws io.lvxiaoshen.platform.ProblemException if there is no such knowledge base
     */
    public Document accept(UUID knowledgeBaseId, @Nullable String name, InputStreamSource content) {
        try {
            UploadedFile file = UploadedFile.examine(name, content, maxBytes);
            refuseDuplicate(knowledgeBaseId, file);
            originals.bring(file);
            return transaction.execute(status -> add(knowledgeBaseId, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document add(UUID knowledgeBaseId, UploadedFile file) {
        knowledgeBases.hold(knowledgeBaseId);
        try {
            originals.refer(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refuseDuplicate(knowledgeBaseId, file);
        Document document = jdbc.sql("insert into knowledge.document"
                        + " (id, knowledge_base_id, name, size, sha256, stage, uploaded_at, updated_at)"
                        + " values (:id, :base, :name, :size, :sha256, 'QUEUED', :now, :now) returning "
                        + Rows.DOCUMENT)
                .param("id", ids.next())
                .param("base", knowledgeBaseId)
                .param("name", file.name())
                .param("size", file.size())
                .param("sha256", file.digest().hex())
                .param("now", Rows.time(clock.instant()))
                .query(Rows::document)
                .single();
        jobs.ingest(new Revision(document.id(), 1));
        return document;
    }

    private void refuseDuplicate(UUID knowledgeBaseId, UploadedFile file) {
        Optional<String> existing = jdbc.sql("select name from knowledge.document"
                        + " where knowledge_base_id = :base and sha256 = :sha256 and stage <> 'REJECTED'")
                .param("base", knowledgeBaseId)
                .param("sha256", file.digest().hex())
                .query(String.class)
                .optional();
        existing.ifPresent(name -> {
            throw new FileRefusedException(RefusalReason.DUPLICATE, name);
        });
    }
}
