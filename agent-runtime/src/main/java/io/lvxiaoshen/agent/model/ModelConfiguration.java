package io.lvxiaoshen.agent.model;

import io.lvxiaoshen.agent.AgentProperties;
import io.lvxiaoshen.agent.answer.Answerer;
import io.lvxiaoshen.agent.extract.ExtractiveAnswerer;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Answers by a language model where one is configured, else by extraction. */
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

    @Bean
    @Primary
    Answerer answerer(
            AgentProperties properties,
            ExtractiveAnswerer extractive,
            @Qualifier("modelTimer") ScheduledExecutorService timer,
            @Qualifier("answerExecutor") Executor executor) {
        AgentProperties.Model model = properties.model();
        if (!model.configured()) {
            return extractive;
        }
        ModelGateway gateway = new OpenAiModelGateway(model, timer);
        return new FallbackAnswerer(
                new GenerativeAnswerer(gateway, new EvidencePrompt(model.turns())), extractive, executor);
    }

    @Bean(defaultCandidate = false)
    ScheduledExecutorService modelTimer() {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "model-timer");
            thread.setDaemon(true);
            return thread;
        });
    }
}
