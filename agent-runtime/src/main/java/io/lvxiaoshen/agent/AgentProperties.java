package io.lvxiaoshen.agent;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the agent runtime; the application starts with none set.
 *
 * @param run how answers are produced
 * @param model the language model service
 */
@ConfigurationProperties("lvxiaoshen.agent")
public record AgentProperties(
        @DefaultValue Run run, @DefaultValue Model model) {

    /**
     * How answers are produced.
     *
     * @param timeout an answer that takes longer ends as failed
     * @param lease how long a process may be silent before its running answers count as abandoned, at least 1 s; renewed
     *     four times in that span
     * @param concurrent answers in work at the same time on this node, at least 1; further questions are turned away
     * @param threads threads that search and extract, at least 1; 0 takes twice the number of processors
     * @param evidence passages fetched for a question, 1 to 100
     */
    public record Run(
            @DefaultValue("2m") Duration timeout,
            @DefaultValue("10s") Duration lease,
            @DefaultValue("200") int concurrent,
            @DefaultValue("0") int threads,
            @DefaultValue("24") int evidence) {
        public Run {
            if (timeout.toMillis() < 1 || lease.toMillis() < 1000 || concurrent < 1 || threads < 0) {
                throw new IllegalArgumentException(
                        "lvxiaoshen.agent.run: timeout, lease, concurrent and threads must be"
                                + " positive, the lease at least 1 s");
            }
            if (evidence < 1 || evidence > 100) {
                throw new IllegalArgumentException("lvxiaoshen.agent.run.evidence is from 1 to 100, not " + evidence);
            }
            threads = threads == 0 ? 2 * Runtime.getRuntime().availableProcessors() : threads;
        }
    }

    /**
     * Any service with OpenAI's chat completions API. Without a base URL and a name the assistant quotes its sources
     * instead.
     *
     * @param baseUrl address up to the version, such as {@code http://models.internal:8000/v1}
     * @param apiKey secret sent as bearer token; never logged
     * @param name of the model as the service knows it
     * @param temperature 0 to 2
     * @param maxTokens longest answer, in the model's tokens
     * @param connectTimeout until the connection stands
     * @param firstTokenTimeout from the request to the first piece of text
     * @param idleTimeout longest silence between two pieces of text
     * @param totalTimeout from the request to the end of the answer; keep it below {@code run.timeout}
     * @param turns earlier questions of the conversation, with their answers, that the model is told, 0 to 20
     */
    public record Model(
            @Nullable String baseUrl,
            @Nullable String apiKey,
            @Nullable String name,
            @DefaultValue("0.2") double temperature,
            @DefaultValue("1024") int maxTokens,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("20s") Duration firstTokenTimeout,
            @DefaultValue("15s") Duration idleTimeout,
            @DefaultValue("90s") Duration totalTimeout,
            @DefaultValue("4") int turns) {
        public Model {
            if (isBlank(baseUrl) != isBlank(name)) {
                throw new IllegalArgumentException(
                        "lvxiaoshen.agent.model.base-url and lvxiaoshen.agent.model.name must be set together");
            }
            if (temperature < 0 || temperature > 2 || maxTokens < 1 || turns < 0 || turns > 20) {
                throw new IllegalArgumentException("lvxiaoshen.agent.model: temperature is from 0 to 2, max-tokens at"
                        + " least 1, turns from 0 to 20");
            }
        }

        /** Returns whether a model service is configured. */
        public boolean configured() {
            return !isBlank(baseUrl);
        }

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Model[baseUrl=" + baseUrl + ", name=" + name + "]";
        }

        private static boolean isBlank(@Nullable String value) {
            return value == null || value.isBlank();
        }
    }
}
