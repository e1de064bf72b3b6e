package io.lvxiaoshen.agent.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.lvxiaoshen.agent.AgentProperties;
import java.net.http.HttpClient.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks OpenAI's chat completions protocol with whatever service is configured. One HTTP client serves all requests;
 * silence, endless replies and replies cut off end in a {@link ModelFailure} within the configured times.
 */
final class OpenAiModelGateway implements ModelGateway {
    private static final Logger log = LoggerFactory.getLogger(OpenAiModelGateway.class);
    /** More than this for a token on average is not text. */
    private static final int CHARACTERS_PER_TOKEN = 16;

    private static final long WATCH_MILLIS = 100;

    private final AgentProperties.Model settings;
    private final ScheduledExecutorService timer;
    private final JdkHttpClient client;

    OpenAiModelGateway(AgentProperties.Model settings, ScheduledExecutorService timer) {
        this.settings = settings;
        this.timer = timer;
        this.client = JdkHttpClient.builder()
                // Many services of this protocol stumble over the offer to upgrade to HTTP/2.
                .httpClientBuilder(java.net.http.HttpClient.newBuilder().version(Version.HTTP_1_1))
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.firstTokenTimeout())
                .build();
    }

    @Override
    public String model() {
        return Objects.requireNonNull(settings.name());
    }

    @Override
    public CompletableFuture<ModelReply> stream(Prompt prompt, Consumer<String> text) {
        CompletableFuture<ModelReply> reply = new CompletableFuture<>();
        ReplyHandler handler = new ReplyHandler(reply, text, settings.maxTokens() * CHARACTERS_PER_TOKEN);
        ModelCall call = new ModelCall(client);
        ScheduledFuture<?> watch = watch(reply, handler);
        reply.whenComplete((done, failure) -> {
            watch.cancel(false);
            if (failure != null) {
                call.end();
                report(failure);
            }
        });
        try {
            model(call).chat(ChatRequest.builder().messages(messages(prompt)).build(), handler);
        } catch (RuntimeException e) {
            reply.completeExceptionally(ModelFailure.of(e));
        }
        return reply;
    }

    private ScheduledFuture<?> watch(CompletableFuture<ModelReply> reply, ReplyHandler handler) {
        long begin = System.nanoTime();
        return timer.scheduleWithFixedDelay(
                () -> {
                    long silence = handler.begun()
                            ? settings.idleTimeout().toNanos()
                            : settings.firstTokenTimeout().toNanos();
                    if (handler.silentNanos() > silence
                            || System.nanoTime() - begin
                                    > settings.totalTimeout().toNanos()) {
                        reply.completeExceptionally(ModelFailure.slow());
                    }
                },
                WATCH_MILLIS,
                WATCH_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private OpenAiStreamingChatModel model(ModelCall call) {
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(call.builder())
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey())
                .modelName(settings.name())
                .temperature(settings.temperature())
                .maxTokens(settings.maxTokens())
                .build();
    }

    private static List<ChatMessage> messages(Prompt prompt) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(prompt.instructions()));
        prompt.turns().forEach(turn -> {
            messages.add(UserMessage.from(turn.question()));
            messages.add(AiMessage.from(turn.answer()));
        });
        messages.add(UserMessage.from(prompt.request()));
        return messages;
    }

    /** A service may repeat the key in its complaint: it is taken out. */
    private void report(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ModelFailure) {
            String detail = String.valueOf(cause.getCause());
            String key = settings.apiKey();
            String safe = key == null || key.isEmpty() ? detail : detail.replace(key, "***");
            log.warn(
                    "Model service failed: {} ({})",
                    cause.getMessage(),
                    safe.substring(0, Math.min(300, safe.length())));
        }
    }
}
