package io.lvxiaoshen.knowledge;

import io.lvxiaoshen.platform.ProblemException;

/** This file cannot be used as it is; trying the same bytes again would end the same way. */
public class FileRefusedException extends ProblemException {
    private static final long serialVersionUID = 1;

    private final RefusalReason reason;

    /** Refuses a file for a reason that needs no detail. */
    public FileRefusedException(RefusalReason reason) {
        this(reason, "");
    }

    /**
     * Refuses a file.
     *
     * @param detail in Chinese, put into the reason's message; ignored by reasons without a place for it
     */
    public FileRefusedException(RefusalReason reason, String detail) {
        super(reason.status(), reason.code(), reason.message(detail), reason.hint());
        this.reason = reason;
    }

    /** Why the file was refused. */
    public RefusalReason reason() {
        return reason;
    }
}
