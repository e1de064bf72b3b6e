package io.lvxiaoshen.rag.indexing;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.VoidExecutionHandler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.lvxiaoshen.rag.RagProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable jobs of this module. */
@Configuration(proxyBeanMethods = false)
class IndexingJobs {
    static final TaskDescriptor<IndexOrder> INDEX = TaskDescriptor.of("rag-index-document", IndexOrder.class);
    static final TaskDescriptor<RemovalOrder> REMOVE = TaskDescriptor.of("rag-remove-document", RemovalOrder.class);

    private interface Work<T> {
        void run(T order) throws IOException;
    }

    @Bean
    Task<IndexOrder> indexDocumentJob(DocumentIndexer indexer, RagProperties properties) {
        return Tasks.oneTime(INDEX)
                .onFailure(new MaxRetriesFailureHandler<>(
                        properties.indexingRetries(),
                        new ExponentialBackoffFailureHandler<>(properties.indexingRetryDelay()),
                        (complete, operations) -> indexer.giveUp((IndexOrder)
                                complete.getExecution().taskInstance.getData())))
                .execute(job(indexer::index));
    }

    /** Retried for ever: what was removed must not be found, and there is nobody to tell. */
    @Bean
    Task<RemovalOrder> removeDocumentJob(DocumentIndexer indexer, RagProperties properties) {
        return Tasks.oneTime(REMOVE)
                .onFailure(new ExponentialBackoffFailureHandler<>(properties.indexingRetryDelay()))
                .execute(job(indexer::remove));
    }

    private static <T> VoidExecutionHandler<T> job(Work<T> work) {
        return (instance, context) -> {
            try {
                work.run(instance.getData());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
