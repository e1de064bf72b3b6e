package io.lvxiaoshen.knowledge;

import io.lvxiaoshen.platform.event.DocumentChunked;
import io.lvxiaoshen.platform.event.DocumentIndexed;
import io.lvxiaoshen.platform.event.DocumentIndexingFailed;
import io.lvxiaoshen.platform.event.DocumentIndexingProgressed;
import io.lvxiaoshen.platform.event.DocumentRemoved;
import io.lvxiaoshen.platform.event.KnowledgeBaseRemoved;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Answers the pipeline's events the way a search index does. */
@Component
class TestIndex {
    enum Answer {
        INDEXED,
        FAILED,
        HALF_DONE
    }

    private final ApplicationEventPublisher events;
    private final List<Object> seen = new CopyOnWriteArrayList<>();
    private volatile Answer answer = Answer.INDEXED;

    TestIndex(ApplicationEventPublisher events) {
        this.events = events;
    }

    void answer(Answer next) {
        answer = next;
    }

    List<Object> seen() {
        return seen;
    }

    @ApplicationModuleListener
    void on(DocumentChunked event) {
        seen.add(event);
        events.publishEvent(
                switch (answer) {
                    case INDEXED -> new DocumentIndexed(event.knowledgeBaseId(), event.documentId(), event.revision());
                    case FAILED ->
                        new DocumentIndexingFailed(
                                event.knowledgeBaseId(), event.documentId(), event.revision(), "索引磁盘已满。");
                    case HALF_DONE -> new DocumentIndexingProgressed(event.documentId(), event.revision(), 1, 2);
                });
    }

    @ApplicationModuleListener
    void on(DocumentRemoved event) {
        seen.add(event);
    }

    @ApplicationModuleListener
    void on(KnowledgeBaseRemoved event) {
        seen.add(event);
    }
}
