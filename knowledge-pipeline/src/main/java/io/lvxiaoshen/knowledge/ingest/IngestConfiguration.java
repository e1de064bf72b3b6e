package io.lvxiaoshen.knowledge.ingest;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.lvxiaoshen.knowledge.library.Jobs;
import io.lvxiaoshen.knowledge.library.Originals;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IngestConfiguration {
    private static final Duration BACK_OFF = Duration.ofSeconds(2);

    @Bean
    Task<Void> knowledgeIngestion(Ingestion ingestion) {
        return Tasks.oneTime(Jobs.INGESTION)
                .onDeadExecutionRevive()
                .onFailure(new ExponentialBackoffFailureHandler<>(BACK_OFF))
                .execute((instance, context) -> Jobs.revision(instance.getId()).ifPresent(ingestion::run));
    }

    @Bean
    Task<Void> knowledgeRelease(Originals originals) {
        return Tasks.oneTime(Jobs.RELEASE)
                .onDeadExecutionRevive()
                .onFailure(new ExponentialBackoffFailureHandler<>(BACK_OFF))
                .execute((instance, context) -> Jobs.original(instance.getId()).ifPresent(originals::removeIfUnused));
    }
}
