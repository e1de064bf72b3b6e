package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.Caller;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in, as far as signing in is concerned.
 *
 * @param passwordHash Argon2id in encoded form
 * @param lockedUntil no sign-in before this time; null when not locked
 * @param enabled whether the account is in use; if not, nothing lets it in
 * @param mustChangePassword whether someone else knows the password
 * @param passwordChangedAt since when the password is as it is
 * @param secondFactor whether signing in by password takes a one-time code as well
 * @param sm2PublicKey key of the person's USB key as PEM; null where there is none
 */
record Account(
        UUID id,
        String username,
        String displayName,
        String passwordHash,
        Set<String> roles,
        @Nullable Instant lockedUntil,
        boolean enabled,
        boolean mustChangePassword,
        Instant passwordChangedAt,
        boolean secondFactor,
        @Nullable String sm2PublicKey) {

    /** Returns an account that has a name and a password and nothing else yet. */
    static Account fresh(
            UUID id,
            String username,
            String displayName,
            String passwordHash,
            Set<String> roles,
            boolean mustChangePassword,
            Instant now) {
        return new Account(
                id, username, displayName, passwordHash, roles, null, true, mustChangePassword, now, false, null);
    }

    Caller caller() {
        return new Caller(id, username, displayName, roles);
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }
}
