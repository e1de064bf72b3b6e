package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.Caller;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param passwordHash Argon2id in encoded form
 * @param lockedUntil no sign-in before this time; null when not locked
 */
record Account(
        UUID id,
        String username,
        String displayName,
        String passwordHash,
        Set<String> roles,
        @Nullable Instant lockedUntil) {

    Caller caller() {
        return new Caller(id, username, displayName, roles);
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }
}
