package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Checks names and passwords. Does the same work and gives the same answer whether the name or the password is wrong, so
 * that names cannot be found out.
 */
@Service
class SignIn {
    private final Accounts accounts;
    private final PasswordHasher passwords;
    private final SignInAttempts attempts;
    private final String hashOfNobody;

    SignIn(Accounts accounts, PasswordHasher passwords, SignInAttempts attempts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.hashOfNobody = passwords.hash("nobody signs in with this");
    }

    /**
     * Returns the account that has this name and password. The attempt is not over with that: the account may want a
     * second factor.
     *
     * @throws ProblemException 401 {@code sign-in-refused}, 403 {@code account-disabled}, 429 {@code account-locked} or
     *     {@code address-limited}, or 503 {@code sign-in-busy}
     */
    Account check(String username, String password, Attempt attempt) {
        attempts.begin(attempt);
        Optional<Account> found = accounts.find(username);
        boolean matches =
                passwords.matches(password, found.map(Account::passwordHash).orElse(hashOfNobody));
        if (found.isEmpty()) {
            attempts.failed(null, attempt, "unknown name");
            throw refused();
        }
        Account account = found.get();
        attempts.requireOpen(account, matches, attempt);
        if (!matches) {
            attempts.failed(account, attempt, "wrong password");
            throw refused();
        }
        return account;
    }

    private static ProblemException refused() {
        return new ProblemException(HttpStatus.UNAUTHORIZED, "sign-in-refused", "用户名或密码不正确。", "请检查后重试。");
    }
}
