package io.lvxiaoshen.agent.web;

import io.lvxiaoshen.agent.AgentProperties;
import io.lvxiaoshen.agent.AnswerMode;
import io.lvxiaoshen.agent.AssistantStatus;
import io.lvxiaoshen.agent.run.AnswerRuns;
import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.permission.Requires;
import io.lvxiaoshen.platform.permission.SignedIn;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Asks questions and streams their answers; no servlet thread waits meanwhile. */
@RestController
class QuestionController {
    /** The run ends by its own time-out first; the stream then still has to say so. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final AnswerRuns runs;
    private final AssistantStatus status;
    private final Executor writers;
    private final Duration timeout;

    QuestionController(
            AnswerRuns runs,
            AssistantStatus status,
            @Qualifier("streamExecutor") Executor writers,
            AgentProperties properties) {
        this.runs = runs;
        this.status = status;
        this.writers = writers;
        this.timeout = properties.run().timeout().plus(GRACE);
    }

    @Requires("conversation.own")
    @PostMapping("/api/conversations/{id}/questions")
    ResponseEntity<SseEmitter> ask(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @RequestBody Question question) {
        AnswerStream stream = new AnswerStream(new SseEmitter(timeout.toMillis()), writers);
        runs.ask(caller.accountId(), id, question.text(), stream);
        // Reverse proxies that buffer would hold the stream back until it ends.
        return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(stream.emitter());
    }

    @Requires("conversation.own")
    @PostMapping("/api/messages/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        runs.cancel(caller.accountId(), id);
    }

    @SignedIn
    @GetMapping("/api/assistant")
    Status status() {
        return new Status(status.mode(), status.model());
    }

    record Question(@Nullable String text) {}

    record Status(AnswerMode mode, @Nullable String model) {}
}
