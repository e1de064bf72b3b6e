package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * A sign-in whose password was right and whose second factor is still to come. Kept in a session that is signed in as
 * nobody.
 *
 * @param passwordOf since when the password is as it was given; one that was changed since counts no more
 */
record PendingSignIn(UUID accountId, Instant passwordOf, Instant until) implements Serializable {
    private static final String ATTRIBUTE = "lvxiaoshen.pending-sign-in";
    private static final Duration LIFE = Duration.ofMinutes(5);

    static void keep(Account account, Instant now, HttpServletRequest request) {
        SessionStart.replaceSession(request)
                .setAttribute(ATTRIBUTE, new PendingSignIn(account.id(), account.passwordChangedAt(), now.plus(LIFE)));
    }

    /**
     * Returns what is pending in this request's session.
     *
     * @throws ProblemException 401 {@code second-factor-expired}
     */
    static PendingSignIn of(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(ATTRIBUTE) instanceof PendingSignIn pending
                && now.isBefore(pending.until())) {
            return pending;
        }
        throw expired();
    }

    static ProblemException expired() {
        return new ProblemException(
                HttpStatus.UNAUTHORIZED, "second-factor-expired", "登录等待时间过长，请重新开始。", "请重新输入用户名和密码。");
    }
}
