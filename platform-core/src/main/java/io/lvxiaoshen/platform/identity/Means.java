package io.lvxiaoshen.platform.identity;

/** What a person proved their identity with. Kept in sessions: names do not change. */
enum Means {
    /** A password alone. */
    PASSWORD,

    /** A password and a one-time or recovery code. */
    PASSWORD_AND_CODE,

    /** A signature with the person's SM2 key. */
    CERTIFICATE,

    /** The word of the unified authentication centre. */
    CENTRE
}
