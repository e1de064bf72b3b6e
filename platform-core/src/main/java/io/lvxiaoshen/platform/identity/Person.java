package io.lvxiaoshen.platform.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as administrators see them.
 *
 * @param unitId where they belong; null where that is not known
 * @param position what they are there
 * @param phone with stars in its middle; null where there is none
 * @param idNumber likewise
 * @param lockedUntil no sign-in before this time; null when not locked
 */
record Person(
        UUID id,
        String username,
        String displayName,
        @Nullable UUID unitId,
        @Nullable String unitName,
        String position,
        @Nullable String phone,
        @Nullable String idNumber,
        List<String> roles,
        boolean enabled,
        boolean mustChangePassword,
        @Nullable Instant lockedUntil,
        boolean secondFactor,
        boolean certificate,
        Instant createdAt) {}
