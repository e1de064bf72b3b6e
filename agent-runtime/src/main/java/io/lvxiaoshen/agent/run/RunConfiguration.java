package io.lvxiaoshen.agent.run;

import io.lvxiaoshen.agent.AgentProperties;
import java.util.concurrent.Executor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The threads that answers are searched and put together on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AgentProperties.class)
class RunConfiguration {

    /**
     * Waiting for a language model takes no thread of this pool, so it is sized by processors. Every run has at most two
     * tasks waiting, its beginning and its end, so the queue never turns one away.
     */
    @Bean(defaultCandidate = false)
    Executor answerExecutor(AgentProperties properties) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("answer-");
        executor.setCorePoolSize(properties.run().threads());
        executor.setMaxPoolSize(properties.run().threads());
        executor.setQueueCapacity(2 * properties.run().concurrent());
        executor.setAllowCoreThreadTimeOut(true);
        return executor;
    }
}
