package io.lvxiaoshen.platform.permission;

import java.util.UUID;

/**
 * Tells where accounts stand in the organisation; offered as a bean by the part that keeps it. Without one, nobody belongs
 * to any unit. Thread-safe.
 */
public interface Membership {

    /** Returns the account's place; {@link Reach#NONE} if it has none. Asked about once a second for an active account. */
    Reach of(UUID accountId);
}
