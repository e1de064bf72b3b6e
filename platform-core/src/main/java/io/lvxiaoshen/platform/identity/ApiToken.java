package io.lvxiaoshen.platform.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it; the secret itself is shown once and not kept.
 *
 * @param scopes what it may reach
 * @param lastUsed to about five minutes; null if never
 */
record ApiToken(
        UUID id,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsed) {}
