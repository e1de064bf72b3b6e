package io.lvxiaoshen.platform.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of sign-in, sessions and passwords; all have defaults.
 *
 * @param passwordMaxAge how old a password may become before it must be changed; without it there is no limit
 * @param sessionIdle how long a session lasts without a request
 * @param sessionAbsolute how long a session lasts at most, however busy it is
 * @param sessionsPerAccount how many sessions an account may have at the same time, the oldest giving way; 0 is no limit
 * @param stepUp how fresh the proof of identity must be for changing what identity is proved with
 * @param failuresPerAddress how many failed sign-ins within ten minutes a network address may have; people of one office
 *     often share one
 * @param hashesAtOnce how many passwords are checked at the same time, each with 16 MiB and a processor of its own; 0
 *     means as many as processors
 * @param hashWait how long a sign-in waits for its turn before it is told to come back
 */
@ConfigurationProperties("lvxiaoshen.platform.identity")
record IdentityProperties(
        @Nullable Duration passwordMaxAge,
        @DefaultValue("2h") Duration sessionIdle,
        @DefaultValue("12h") Duration sessionAbsolute,
        @DefaultValue("10") int sessionsPerAccount,
        @DefaultValue("10m") Duration stepUp,
        @DefaultValue("100") int failuresPerAddress,
        @DefaultValue("0") int hashesAtOnce,
        @DefaultValue("10s") Duration hashWait) {

    int effectiveHashesAtOnce() {
        return hashesAtOnce > 0 ? hashesAtOnce : Runtime.getRuntime().availableProcessors();
    }
}
