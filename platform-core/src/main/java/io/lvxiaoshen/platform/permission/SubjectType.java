package io.lvxiaoshen.platform.permission;

/** Whom a permission on a single object is granted to. */
enum SubjectType {
    /** One account. */
    ACCOUNT,
    /** Everyone in an organisation unit or in one below it. */
    UNIT,
    /** Everyone who has a role. */
    ROLE
}
