package io.lvxiaoshen.knowledge.web;

import io.lvxiaoshen.knowledge.Chunk;
import io.lvxiaoshen.knowledge.Element;
import io.lvxiaoshen.knowledge.library.Articles;
import io.lvxiaoshen.knowledge.library.Articles.WholeArticle;
import io.lvxiaoshen.knowledge.library.Contents;
import io.lvxiaoshen.knowledge.library.Document;
import io.lvxiaoshen.knowledge.library.Documents;
import io.lvxiaoshen.knowledge.library.Stage;
import io.lvxiaoshen.platform.Slice;
import io.lvxiaoshen.platform.permission.Requires;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class DocumentController {
    private final Documents documents;
    private final Contents contents;
    private final Articles articles;

    DocumentController(Documents documents, Contents contents, Articles articles) {
        this.documents = documents;
        this.contents = contents;
        this.articles = articles;
    }

    @Requires(value = "knowledge-base.read", of = "knowledge-base")
    @GetMapping("/knowledge-bases/{id}/documents")
    Slice<Document> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return documents.list(id, stage, name, Page.limit(limit, Page.MOST), Page.idCursor(cursor));
    }

    @Requires(value = "knowledge-base.read", of = "document")
    @GetMapping("/documents/{id}")
    Document find(@PathVariable UUID id) {
        return documents.find(id);
    }

    @Requires(value = "document.upload", of = "document")
    @DeleteMapping("/documents/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        documents.remove(id);
    }

    @Requires(value = "document.upload", of = "document")
    @PostMapping("/documents/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable UUID id) {
        documents.retry(id);
    }

    @Requires(value = "knowledge-base.read", of = "document")
    @GetMapping("/documents/{id}/elements")
    Slice<Element> elements(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return contents.elements(id, Page.limit(limit, Page.MOST_ELEMENTS), Page.ordinalCursor(cursor));
    }

    @Requires(value = "knowledge-base.read", of = "document")
    @GetMapping("/documents/{id}/chunks")
    Slice<Chunk> chunks(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return contents.chunks(id, Page.limit(limit, Page.MOST), Page.ordinalCursor(cursor));
    }

    @Requires(value = "knowledge-base.read", of = "document")
    @GetMapping("/documents/{id}/articles/{key}")
    WholeArticle article(@PathVariable UUID id, @PathVariable String key) {
        return articles.find(id, key);
    }
}
