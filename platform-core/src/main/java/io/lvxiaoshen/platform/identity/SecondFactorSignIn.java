package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Checks the second factor of someone whose password was right. */
@Service
class SecondFactorSignIn {
    private final Accounts accounts;
    private final SecondFactor secondFactor;
    private final SignInAttempts attempts;

    SecondFactorSignIn(Accounts accounts, SecondFactor secondFactor, SignInAttempts attempts) {
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.attempts = attempts;
    }

    /**
     * Returns the account of a pending sign-in if the code is right.
     *
     * @throws ProblemException 401 {@code second-factor-expired} or {@code second-factor-refused}, 403
     *     {@code account-disabled}, or 429
     */
    Account check(PendingSignIn pending, String code, Attempt attempt) {
        Account account = accounts.find(pending.accountId())
                .filter(found -> found.passwordChangedAt().equals(pending.passwordOf()))
                .orElseThrow(PendingSignIn::expired);
        check(account, code, attempt);
        return account;
    }

    /** Lets an account's person go on if the code is right; a locked account's codes are not even looked at. */
    void check(Account account, String code, Attempt attempt) {
        attempts.begin(attempt);
        attempts.requireOpen(account, true, attempt);
        if (!secondFactor.use(account.id(), code)) {
            attempts.failed(account, attempt, "wrong code");
            throw new ProblemException(
                    HttpStatus.UNAUTHORIZED, "second-factor-refused", "动态口令不正确或已使用过。", "请输入当前显示的六位数字，或一个未用过的恢复码。");
        }
    }
}
