package io.lvxiaoshen.platform.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null means any.
 *
 * @param actor name of the account
 * @param action an action, or the beginning of several up to a dot: {@code session} means {@code session.sign-in} too
 * @param objectType kind of object
 * @param objectId which object
 * @param result how it ended
 * @param from not before
 * @param until before
 * @param accountId whose account
 */
record AuditQuery(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable AuditResult result,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable UUID accountId) {}
