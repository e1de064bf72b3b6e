package io.lvxiaoshen.knowledge.web;

import io.lvxiaoshen.knowledge.library.Document;
import io.lvxiaoshen.knowledge.library.KnowledgeBases;
import io.lvxiaoshen.knowledge.library.Uploads;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.permission.Requires;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class UploadController {
    private static final Logger LOG = LoggerFactory.getLogger(UploadController.class);

    private final KnowledgeBases knowledgeBases;
    private final Uploads uploads;

    UploadController(KnowledgeBases knowledgeBases, Uploads uploads) {
        this.knowledgeBases = knowledgeBases;
        this.uploads = uploads;
    }

    @Requires(value = "document.upload", of = "knowledge-base")
    @PostMapping(path = "/api/knowledge-bases/{id}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Receipt upload(
            @PathVariable UUID id,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files) {
        knowledgeBases.find(id);
        if (files == null || files.isEmpty()) {
            throw ProblemException.invalid("upload-without-files", "没有收到任何文件。", "请选择至少一个文件后重新上传。");
        }
        return new Receipt(files.stream().map(file -> accept(id, file)).toList());
    }

    private Item accept(UUID knowledgeBaseId, MultipartFile file) {
        String name = String.valueOf(file.getOriginalFilename());
        try {
            Document document = uploads.accept(knowledgeBaseId, file.getOriginalFilename(), file);
            return new Item(document.name(), document, null);
        } catch (ProblemException refusal) {
            return new Item(name, null, Problem.of(refusal));
        } catch (RuntimeException e) {
            LOG.error("Could not store an uploaded file in knowledge base {}", knowledgeBaseId, e);
            return new Item(name, null, Problem.NOT_STORED);
        }
    }

    record Receipt(List<Item> items) {}

    record Item(
            String name,
            @Nullable Document document,
            @Nullable Problem problem) {}

    /** A problem detail (RFC 9457) within an answer that is not itself one. */
    record Problem(String type, String title, int status, String detail, String code, String hint) {
        static final Problem NOT_STORED = of(new ProblemException(
                HttpStatus.INTERNAL_SERVER_ERROR, "file-not-stored", "系统出错，文件没有保存。", "请稍后重新上传这个文件。"));

        static Problem of(ProblemException problem) {
            HttpStatus status = problem.status();
            return new Problem(
                    "about:blank",
                    status.getReasonPhrase(),
                    status.value(),
                    String.valueOf(problem.getMessage()),
                    problem.code(),
                    problem.hint());
        }
    }
}
