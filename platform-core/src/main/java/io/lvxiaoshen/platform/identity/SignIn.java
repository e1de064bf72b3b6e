package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Checks names and passwords. Does the same work and gives the same answer whether the name or the password is wrong, so
 * that names cannot be found out; five failures in a row lock an account for five minutes.
 */
@Service
class SignIn {
    static final int MIN_PASSWORD_LENGTH = 10;
    static final int MAX_PASSWORD_LENGTH = 128;
    private static final int MAX_FAILURES = 5;
    private static final Duration LOCK = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final String hashOfNobody;

    SignIn(Accounts accounts, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
        this.hashOfNobody = passwords.encode("nobody signs in with this");
    }

    /**
     * Returns the person who holds this name and password.
     *
     * @throws ProblemException 401 {@code sign-in-refused}, or 429 {@code account-locked}
     */
    Caller check(String username, String password) {
        Instant now = clock.instant();
        Optional<Account> found = accounts.find(username);
        boolean matches =
                passwords.matches(password, found.map(Account::passwordHash).orElse(hashOfNobody));
        if (found.isEmpty()) {
            throw refused();
        }
        Account account = found.get();
        if (account.isLocked(now)) {
            throw new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "account-locked", "密码连续输错，账号已暂时锁定。", "请五分钟后再试。");
        }
        if (!matches) {
            accounts.countFailure(account.id(), MAX_FAILURES, now.plus(LOCK));
            throw refused();
        }
        accounts.clearFailures(account.id());
        return account.caller();
    }

    /**
     * Changes the caller's own password.
     *
     * @throws ProblemException if the current password is wrong or the new one is too weak
     */
    void changePassword(Caller caller, String current, String replacement) {
        check(caller.username(), current);
        if (replacement.length() < MIN_PASSWORD_LENGTH || replacement.length() > MAX_PASSWORD_LENGTH) {
            throw ProblemException.invalid("password-length", "新密码须为 10 至 128 个字符。", "请换一个更长的密码，例如几个不相关的词连在一起。");
        }
        if (replacement.equals(current) || replacement.contains(caller.username())) {
            throw ProblemException.invalid("password-weak", "新密码不能与旧密码相同，也不能包含用户名。", "请换一个密码。");
        }
        accounts.changePassword(caller.accountId(), passwords.encode(replacement));
    }

    private static ProblemException refused() {
        return new ProblemException(HttpStatus.UNAUTHORIZED, "sign-in-refused", "用户名或密码不正确。", "请检查后重试。");
    }
}
