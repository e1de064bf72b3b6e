package io.lvxiaoshen.knowledge.web;

import io.lvxiaoshen.knowledge.library.Document;
import io.lvxiaoshen.knowledge.library.Documents;
import io.lvxiaoshen.knowledge.library.Originals;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.permission.Requires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OriginalController {
    private final Documents documents;
    private final Originals originals;

    OriginalController(Documents documents, Originals originals) {
        this.documents = documents;
        this.originals = originals;
    }

    /** Always as an attachment of no particular type: what strangers wrote must not run on our own pages. */
    @Requires(value = "knowledge-base.read", of = "document")
    @GetMapping("/api/documents/{id}/original")
    ResponseEntity<InputStreamResource> original(@PathVariable UUID id) throws IOException {
        Document document = documents.find(id);
        try {
            ContentDisposition attachment = ContentDisposition.attachment()
                    .filename(document.name(), StandardCharsets.UTF_8)
                    .build();
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                    .header("X-Content-Type-Options", "nosniff")
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .contentLength(document.size())
                    .body(new InputStreamResource(originals.open(document.sha256())));
        } catch (NoSuchFileException e) {
            throw ProblemException.notFound("原始文件");
        }
    }
}
