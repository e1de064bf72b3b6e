package io.lvxiaoshen.knowledge.web;

import io.lvxiaoshen.knowledge.library.KnowledgeBase;
import io.lvxiaoshen.knowledge.library.KnowledgeBases;
import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.Slice;
import io.lvxiaoshen.platform.permission.Permissions;
import io.lvxiaoshen.platform.permission.Requires;
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

@RestController
@RequestMapping("/api/knowledge-bases")
class KnowledgeBaseController {
    private final KnowledgeBases knowledgeBases;
    private final Permissions permissions;

    KnowledgeBaseController(KnowledgeBases knowledgeBases, Permissions permissions) {
        this.knowledgeBases = knowledgeBases;
        this.permissions = permissions;
    }

    @Requires(value = "knowledge-base.read", lists = true)
    @GetMapping
    Slice<KnowledgeBase> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return knowledgeBases.list(
                permissions.coverage(caller.accountId(), KnowledgeBases.READ, KnowledgeBases.TYPE),
                Page.limit(limit, Page.MOST),
                Page.idCursor(cursor));
    }

    @Requires("knowledge-base.write")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    KnowledgeBase create(@AuthenticationPrincipal Caller caller, @RequestBody Label label) {
        return knowledgeBases.create(caller.accountId(), label.name(), label.description());
    }

    @Requires(value = "knowledge-base.read", of = "knowledge-base")
    @GetMapping("/{id}")
    KnowledgeBase find(@PathVariable UUID id) {
        return knowledgeBases.find(id);
    }

    @Requires(value = "knowledge-base.write", of = "knowledge-base")
    @PatchMapping("/{id}")
    KnowledgeBase change(@PathVariable UUID id, @RequestBody Label label) {
        return knowledgeBases.change(id, label.name(), label.description());
    }

    @Requires(value = "knowledge-base.write", of = "knowledge-base")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        knowledgeBases.remove(id);
    }

    record Label(@Nullable String name, @Nullable String description) {}
}
