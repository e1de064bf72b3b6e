package io.lvxiaoshen.rag.indexing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.lvxiaoshen.platform.event.DocumentChunked;
import io.lvxiaoshen.platform.event.DocumentRemoved;
import io.lvxiaoshen.platform.event.KnowledgeBaseRemoved;
import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Turns what happens to documents into jobs. An event that comes twice makes one job, or one more that finds all done. */
@Component
class IndexingQueue {
    private final SchedulerClient jobs;
    private final Clock clock;

    IndexingQueue(SchedulerClient jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(DocumentChunked event) {
        add(new IndexOrder(event.knowledgeBaseId(), event.documentId(), event.revision()));
    }

    @ApplicationModuleListener
    void on(DocumentRemoved event) {
        add(RemovalOrder.ofDocument(event.knowledgeBaseId(), event.documentId()));
    }

    @ApplicationModuleListener
    void on(KnowledgeBaseRemoved event) {
        add(RemovalOrder.ofKnowledgeBase(event.knowledgeBaseId()));
    }

    void add(IndexOrder order) {
        jobs.scheduleIfNotExists(
                IndexingJobs.INDEX.instance(order.instance()).data(order).build(), clock.instant());
    }

    void add(RemovalOrder order) {
        jobs.scheduleIfNotExists(
                IndexingJobs.REMOVE.instance(order.instance()).data(order).build(), clock.instant());
    }
}
