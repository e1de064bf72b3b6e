package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the failures of each network address, so that nobody tries one password on every account. */
@Repository
class Addresses {
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int most;

    Addresses(JdbcClient jdbc, Clock clock, IdentityProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.most = properties.failuresPerAddress();
    }

    /**
     * Lets an address try unless it has failed too often.
     *
     * @throws ProblemException 429 {@code address-limited}
     */
    void require(String address) {
        boolean limited = jdbc.sql("""
                        select exists (
                            select 1 from platform.sign_in_address where address = ? and failures >= ? and since > ?)
                        """)
                .param(address)
                .param(most)
                .param(start())
                .query(Boolean.class)
                .single();
        if (limited) {
            throw new ProblemException(
                    HttpStatus.TOO_MANY_REQUESTS, "address-limited", "当前网络地址登录失败次数过多，已暂停登录。", "请十分钟后再试，或联系系统管理员。");
        }
    }

    void countFailure(String address) {
        jdbc.sql("delete from platform.sign_in_address where since <= ?")
                .param(start())
                .update();
        jdbc.sql("""
                insert into platform.sign_in_address (address, failures, since) values (?, 1, ?)
                on conflict (address) do update set failures = sign_in_address.failures + 1
                """).param(address).param(now().atOffset(ZoneOffset.UTC)).update();
    }

    private OffsetDateTime start() {
        return now().minus(WINDOW).atOffset(ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant();
    }
}
