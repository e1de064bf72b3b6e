package io.lvxiaoshen.agent.web;

import io.lvxiaoshen.agent.conversation.Conversation;
import io.lvxiaoshen.agent.conversation.Conversations;
import io.lvxiaoshen.agent.conversation.Message;
import io.lvxiaoshen.agent.conversation.Messages;
import io.lvxiaoshen.agent.run.AnswerRuns;
import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.Slice;
import io.lvxiaoshen.platform.permission.Requires;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own conversations. */
@RestController
@RequestMapping("/api/conversations")
class ConversationController {
    private static final int MOST_ROWS = 200;

    private final Conversations conversations;
    private final Messages messages;
    private final AnswerRuns runs;

    ConversationController(Conversations conversations, Messages messages, AnswerRuns runs) {
        this.conversations = conversations;
        this.messages = messages;
        this.runs = runs;
    }

    @Requires("conversation.own")
    @GetMapping
    Slice<Conversation> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return conversations.list(caller.accountId(), checked(limit), cursor);
    }

    @Requires("conversation.own")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Conversation create(@AuthenticationPrincipal Caller caller, @RequestBody Scope scope) {
        return conversations.create(
                caller.accountId(), scope.knowledgeBaseIds() == null ? List.of() : scope.knowledgeBaseIds());
    }

    @Requires("conversation.own")
    @GetMapping("/{id}")
    Conversation find(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return conversations.find(caller.accountId(), id);
    }

    @Requires("conversation.own")
    @GetMapping("/{id}/messages")
    Slice<Message> messages(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        conversations.find(caller.accountId(), id);
        return messages.list(id, checked(limit), cursor);
    }

    @Requires("conversation.own")
    @PatchMapping("/{id}")
    Conversation change(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @RequestBody Change change) {
        return conversations.change(caller.accountId(), id, change.title(), change.knowledgeBaseIds());
    }

    @Requires("conversation.own")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        conversations.delete(caller.accountId(), id);
        runs.withdraw(id);
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw ProblemException.invalid(
                    "limit-invalid", "每页条数应为 1 至 " + MOST_ROWS + "，不能是 " + limit + "。", "请调整每页条数后重试。");
        }
        return limit;
    }

    record Scope(@Nullable List<UUID> knowledgeBaseIds) {}

    record Change(@Nullable String title, @Nullable List<UUID> knowledgeBaseIds) {}
}
