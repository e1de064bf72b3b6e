package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords, a few at a time. The hash takes memory and a processor for itself on purpose: more at once than there
 * are processors would make each slower and none faster. Who waits too long is told to come back. Thread-safe.
 */
@Component
class PasswordHasher {
    /** How many may wait; each holds a thread of the server. */
    private static final int LONGEST_QUEUE = 150;

    private final PasswordEncoder encoder;
    private final Semaphore turns;
    private final Duration wait;

    PasswordHasher(PasswordEncoder encoder, IdentityProperties properties) {
        this.encoder = encoder;
        this.turns = new Semaphore(properties.effectiveHashesAtOnce(), true);
        this.wait = properties.hashWait();
    }

    /**
     * Returns the hash of a password.
     *
     * @throws ProblemException 503 {@code sign-in-busy}
     */
    String hash(String password) {
        return inTurn(() -> String.valueOf(encoder.encode(password)));
    }

    /**
     * Returns whether the hash is of this password.
     *
     * @throws ProblemException 503 {@code sign-in-busy}
     */
    boolean matches(String password, String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (turns.getQueueLength() >= LONGEST_QUEUE || !turns.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-busy", "当前登录人数较多，系统繁忙。", "请稍等几秒后重试。");
    }
}
