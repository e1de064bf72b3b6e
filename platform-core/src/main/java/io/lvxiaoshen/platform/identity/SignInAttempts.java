package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.audit.Actor;
import io.lvxiaoshen.platform.audit.AuditEvent;
import io.lvxiaoshen.platform.audit.AuditLog;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Counts and records attempts to prove an identity, by whatever means. Five failures in a row lock an account for five
 * minutes; an address that fails too often has to wait as well.
 */
@Component
class SignInAttempts {
    private static final int MAX_FAILURES = 5;
    private static final Duration LOCK = Duration.ofMinutes(5);
    private static final String OBJECT = "account";

    private final Accounts accounts;
    private final Addresses addresses;
    private final AuditLog audit;
    private final Clock clock;

    SignInAttempts(Accounts accounts, Addresses addresses, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Lets an address try.
     *
     * @throws ProblemException 429 {@code address-limited}
     */
    void begin(Attempt attempt) {
        addresses.require(attempt.address());
    }

    /**
     * Refuses an account that is locked or no longer in use, although the proof may be right.
     *
     * @param proved whether the proof is right: only then is anyone told that the account is not in use
     * @throws ProblemException 429 {@code account-locked}, or 403 {@code account-disabled}
     */
    void requireOpen(Account account, boolean proved, Attempt attempt) {
        if (account.isLocked(clock.instant())) {
            recordRefusal(account, attempt, "locked");
            throw new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "account-locked", "连续验证失败，账号已暂时锁定。", "请五分钟后再试。");
        }
        if (proved && !account.enabled()) {
            recordRefusal(account, attempt, "disabled");
            throw new ProblemException(HttpStatus.FORBIDDEN, "account-disabled", "该账号已停用。", "如需恢复使用，请联系系统管理员。");
        }
    }

    /**
     * Counts and records a failed proof.
     *
     * @param account null where the name is nobody's; what was typed is not kept, since it may be a password
     */
    void failed(@Nullable Account account, Attempt attempt, String reason) {
        addresses.countFailure(attempt.address());
        if (account != null) {
            accounts.countFailure(account.id(), MAX_FAILURES, clock.instant().plus(LOCK));
        }
        recordRefusal(account, attempt, reason);
    }

    /** Records that the identity was proved in full, and forgets the failures before. */
    void succeeded(Account account, Attempt attempt) {
        accounts.clearFailures(account.id());
        audit.recordNow(
                new Actor(account.id(), account.username(), attempt.address()),
                AuditEvent.done(attempt.action(), OBJECT, account.id().toString())
                        .with(Map.of("means", attempt.means().name())));
    }

    private void recordRefusal(@Nullable Account account, Attempt attempt, String reason) {
        audit.recordNow(
                new Actor(null, "anonymous", attempt.address()),
                AuditEvent.denied(
                                attempt.action(),
                                OBJECT,
                                account == null ? null : account.id().toString())
                        .with(Map.of("means", attempt.means().name(), "reason", reason)));
    }
}
