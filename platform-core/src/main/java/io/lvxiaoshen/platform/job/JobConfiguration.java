package io.lvxiaoshen.platform.job;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import io.lvxiaoshen.platform.PlatformProperties;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Durable background jobs by db-scheduler: a module offers {@link Task} beans and schedules them through the
 * {@link SchedulerClient} in the transaction that causes them. A job runs at least once; one whose process died is taken
 * up again about twelve seconds later.
 */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {
    private static final String TABLE = "platform.job";
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int MISSED_HEARTBEATS = 4;

    @Bean
    SchedulerClient schedulerClient(DataSource dataSource) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(TABLE)
                .build();
    }

    @Bean
    JobRunner jobRunner(DataSource dataSource, ObjectProvider<Task<?>> tasks, PlatformProperties properties) {
        return new JobRunner(
                () -> new SchedulerBuilder(dataSource, tasks.orderedStream().toList())
                        .tableName(TABLE)
                        .threads(properties.effectiveJobThreads())
                        .pollingInterval(Duration.ofMillis(500))
                        .heartbeatInterval(HEARTBEAT)
                        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                        .shutdownMaxWait(Duration.ofSeconds(20))
                        .build());
    }
}
