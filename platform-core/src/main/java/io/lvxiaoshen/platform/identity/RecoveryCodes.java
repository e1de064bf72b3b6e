package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.crypto.Sm3;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Codes for the day when the telephone is lost; each works once. A code has 80 random bits, so that its plain digest gives
 * nothing away.
 */
@Repository
class RecoveryCodes {
    private static final int CODES = 10;
    private static final int BYTES = 10;
    private static final int GROUP = 4;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes new codes in the place of all earlier ones; only their digests are kept. */
    List<String> renew(UUID account) {
        clear(account);
        List<String> codes = Stream.generate(this::code).limit(CODES).toList();
        for (String code : codes) {
            jdbc.sql("insert into platform.recovery_code (account_id, digest) values (?, ?)")
                    .param(account)
                    .param(digest(account, code))
                    .update();
        }
        return codes;
    }

    /** Takes a code; returns false if the account has no such code (any more). */
    boolean use(UUID account, String code) {
        return jdbc.sql("delete from platform.recovery_code where account_id = ? and digest = ?")
                        .param(account)
                        .param(digest(account, code))
                        .update()
                == 1;
    }

    int left(UUID account) {
        return jdbc.sql("select count(*) from platform.recovery_code where account_id = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    void clear(UUID account) {
        jdbc.sql("delete from platform.recovery_code where account_id = ?")
                .param(account)
                .update();
    }

    private String code() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base32.encode(bytes).replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    private static byte[] digest(UUID account, String code) {
        String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return Sm3.digest((account + " " + plain).getBytes(StandardCharsets.UTF_8));
    }
}
