package io.lvxiaoshen.platform;

import org.springframework.http.HttpStatus;

/**
 * Something the caller can understand and act on. Shown to people as it is: every text is Chinese, names the object, and
 * never holds a secret or an internal detail. Over HTTP it becomes a problem detail (RFC 9457) with the members
 * {@code code} and {@code hint}.
 */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String code;
    private final String hint;

    /**
     * Creates a problem.
     *
     * @param status the HTTP status that fits
     * @param code stable name for programs, lower case with hyphens, such as {@code document-encrypted}
     * @param message what happened
     * @param hint what to do next
     */
    public ProblemException(HttpStatus status, String code, String message, String hint) {
        super(message);
        this.status = status;
        this.code = code;
        this.hint = hint;
    }

    /** The object is not there, or the caller may not know that it is. */
    public static ProblemException notFound(String what) {
        return new ProblemException(HttpStatus.NOT_FOUND, "not-found", what + "不存在或您无权查看。", "请返回列表刷新后重试。");
    }

    /** The request cannot be served as it stands. */
    public static ProblemException invalid(String code, String message, String hint) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, code, message, hint);
    }

    /** The request contradicts the object's present state. */
    public static ProblemException conflict(String code, String message, String hint) {
        return new ProblemException(HttpStatus.CONFLICT, code, message, hint);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String hint() {
        return hint;
    }
}
