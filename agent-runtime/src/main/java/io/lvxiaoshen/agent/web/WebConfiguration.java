package io.lvxiaoshen.agent.web;

import io.lvxiaoshen.agent.AgentProperties;
import java.util.concurrent.Executor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The threads that write answers to clients. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    private static final int THREADS = 16;

    /** Writing waits for the network only; a stream has at most one task here, so the queue holds one per stream. */
    @Bean(defaultCandidate = false)
    Executor streamExecutor(AgentProperties properties) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("answer-stream-");
        executor.setCorePoolSize(THREADS);
        executor.setMaxPoolSize(THREADS);
        executor.setQueueCapacity(2 * properties.run().concurrent());
        executor.setAllowCoreThreadTimeOut(true);
        return executor;
    }
}
