package io.lvxiaoshen.platform.rotation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.lvxiaoshen.platform.audit.AuditLog;
import io.lvxiaoshen.platform.crypto.CryptoService;
import io.lvxiaoshen.platform.crypto.KeyPurpose;
import io.lvxiaoshen.platform.crypto.SealedColumn;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Renews sealed values in the background; a crash only delays it. */
@Configuration(proxyBeanMethods = false)
class KeyRotationJob {
    private static final Duration RETRY = Duration.ofSeconds(30);

    @Bean
    KeyRotation keyRotation(
            ObjectProvider<SealedColumn> columns,
            CryptoService crypto,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            AuditLog audit,
            SchedulerClient scheduler,
            Clock clock) {
        return new KeyRotation(columns.stream().toList(), crypto, jdbc, transactions, audit, scheduler, clock);
    }

    @Bean
    Task<Void> keyRenewal(KeyRotation rotation) {
        return Tasks.oneTime(KeyRotation.RENEWAL)
                .onFailure(new ExponentialBackoffFailureHandler<>(RETRY))
                .execute((instance, context) -> rotation.finish(KeyPurpose.valueOf(instance.getId())));
    }
}
