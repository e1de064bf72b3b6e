package io.lvxiaoshen.knowledge.web;

import io.lvxiaoshen.knowledge.library.KnowledgeBase;
import io.lvxiaoshen.knowledge.library.KnowledgeBases;
import io.lvxiaoshen.platform.Slice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

    KnowledgeBaseController(KnowledgeBases knowledgeBases) {
        this.knowledgeBases = knowledgeBases;
    }

    @GetMapping
    Slice<KnowledgeBase> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return knowledgeBases.list(Page.limit(limit, Page.MOST), Page.idCursor(cursor));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    KnowledgeBase create(@RequestBody Label label) {
        return knowledgeBases.create(label.name(), label.description());
    }

    @GetMapping("/{id}")
    KnowledgeBase find(@PathVariable UUID id) {
        return knowledgeBases.find(id);
    }

    @PatchMapping("/{id}")
    KnowledgeBase change(@PathVariable UUID id, @RequestBody Label label) {
        return knowledgeBases.change(id, label.name(), label.description());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        knowledgeBases.remove(id);
    }

    record Label(@Nullable String name, @Nullable String description) {}
}
