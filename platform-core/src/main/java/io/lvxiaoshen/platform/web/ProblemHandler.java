package io.lvxiaoshen.platform.web;

import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.ProblemException;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where exceptions become problem details (RFC 9457) with the members {@code code} and {@code hint}. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final IdSource ids;

    ProblemHandler(IdSource ids) {
        this.ids = ids;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ProblemException problem) {
        return ResponseEntity.status(problem.status())
                .body(detail(problem.status(), problem.code(), String.valueOf(problem.getMessage()), problem.hint()));
    }

    /** Nobody foresaw this: it is logged under a number, and the caller is told the number alone. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(Exception exception) throws IOException {
        UUID incident = ids.next();
        log.error("incident {}", incident, exception);
        return ResponseEntity.internalServerError()
                .body(detail(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "服务器内部出错，此次操作没有生效。",
                        "请稍后重试；如反复出现，请把编号 " + incident + " 告诉管理员。"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                .body(detail(HttpStatus.CONTENT_TOO_LARGE, "upload-too-large", "一次上传的内容过大。", "请分批上传，或拆分文件后再上传。"));
    }

    /** Everything that Spring MVC itself refuses: malformed JSON, missing fields, wrong methods, unknown paths. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        return ResponseEntity.status(status).headers(headers).body(requestRefused(known));
    }

    private static ProblemDetail requestRefused(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> detail(status, "not-found", "请求的地址不存在。", "请检查地址。");
            case METHOD_NOT_ALLOWED -> detail(status, "method-not-allowed", "此地址不支持这种操作。", "请查阅接口文档。");
            case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE ->
                detail(status, "media-type-refused", "请求或应答的内容类型不受支持。", "请查阅接口文档。");
            default -> detail(status, "invalid-request", "提交的内容不完整或格式不正确。", "请检查填写的内容后重试。");
        };
    }

    private static ProblemDetail detail(HttpStatus status, String code, String message, String hint) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, message);
        detail.setProperty("code", code);
        detail.setProperty("hint", hint);
        return detail;
    }
}
