package io.lvxiaoshen.platform.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Random numbers that a key has to sign; each counts once, and for two minutes. */
@Repository
class Challenges {
    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Challenges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns a new number as 43 letters and digits. */
    String issue() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("delete from platform.sign_in_challenge where expires_at <= ?")
                .param(now())
                .update();
        jdbc.sql("insert into platform.sign_in_challenge (nonce, expires_at) values (?, ?)")
                .param(nonce)
                .param(now().plus(LIFE))
                .update();
        return nonce;
    }

    /** Takes a number; returns false if it was never issued, has expired or was taken before. */
    boolean take(String nonce) {
        return jdbc.sql("delete from platform.sign_in_challenge where nonce = ? and expires_at > ?")
                        .param(nonce)
                        .param(now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
