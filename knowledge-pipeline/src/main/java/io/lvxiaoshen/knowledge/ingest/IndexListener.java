package io.lvxiaoshen.knowledge.ingest;

import io.lvxiaoshen.knowledge.library.Progress;
import io.lvxiaoshen.knowledge.library.Revision;
import io.lvxiaoshen.platform.event.DocumentIndexed;
import io.lvxiaoshen.platform.event.DocumentIndexingFailed;
import io.lvxiaoshen.platform.event.DocumentIndexingProgressed;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears from whoever indexes. */
@Component
class IndexListener {
    private static final String HINT = "请稍后点击「重试」；如反复失败，请联系管理员查看日志。";

    private final Progress progress;

    IndexListener(Progress progress) {
        this.progress = progress;
    }

    @ApplicationModuleListener
    void on(DocumentIndexed event) {
        progress.searchable(new Revision(event.documentId(), event.revision()));
    }

    @ApplicationModuleListener
    void on(DocumentIndexingFailed event) {
        progress.failed(new Revision(event.documentId(), event.revision()), event.reason(), HINT);
    }

    @EventListener
    void on(DocumentIndexingProgressed event) {
        if (event.total() > 0) {
            double share = (double) event.done() / event.total();
            progress.indexing(new Revision(event.documentId(), event.revision()), share);
        }
    }
}
