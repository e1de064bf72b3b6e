package io.lvxiaoshen.platform.audit;

/** How an action ended. */
public enum AuditResult {
    /** It was done. */
    DONE,

    /** It was refused for want of a right or of proof of identity. */
    DENIED,

    /** It was allowed and failed. */
    FAILED
}
