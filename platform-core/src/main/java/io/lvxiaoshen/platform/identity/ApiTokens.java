package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.Slice;
import io.lvxiaoshen.platform.audit.AuditEvent;
import io.lvxiaoshen.platform.audit.AuditLog;
import io.lvxiaoshen.platform.crypto.Sm3;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens by which programs act for an account. A token has 256 random bits; its SM3 digest is what is kept of it. */
@Service
class ApiTokens {
    /** What every token begins with, so that tools find one that was published by mistake. */
    static final String PREFIX = "lxs_";

    private static final int BYTES = 32;
    private static final int MOST = 50;
    private static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private static final Duration COARSE = Duration.ofMinutes(5);
    private static final String OBJECT = "api-token";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final IdSource ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(JdbcClient jdbc, AuditLog audit, IdSource ids, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @throws ProblemException 422 if a scope is none or the expiry is not within a year, 409 if there are too many
     */
    @Transactional
    Created create(UUID account, String name, List<String> scopes, Instant expiresAt) {
        Instant now = clock.instant();
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST_LIFE))) {
            throw ProblemException.invalid("token-expiry", "令牌的到期时间须在一年以内。", "请选择今天之后一年以内的日期。");
        }
        if (scopes.isEmpty() || !scopes.stream().allMatch(ApiScope::isScope)) {
            throw ProblemException.invalid(
                    "token-scope", "令牌的权限范围不正确。", "请至少填写一项，形如 knowledge-bases:read 或 conversations:write。");
        }
        if (count(account) >= MOST) {
            throw ProblemException.conflict("too-many-tokens", "访问令牌已达 " + MOST + " 个。", "请先撤销不再使用的令牌。");
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ApiToken token =
                new ApiToken(ids.next(), name, scopes.stream().distinct().toList(), now, expiresAt, null);
        jdbc.sql("""
                insert into platform.api_token (id, account_id, name, digest, scopes, created_at, expires_at)
                values (?, ?, ?, ?, ?::text[], ?, ?)
                """)
                .param(token.id())
                .param(account)
                .param(name)
                .param(digest(secret))
                .param(token.scopes().toArray(String[]::new))
                .param(now.atOffset(ZoneOffset.UTC))
                .param(expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        audit.record(AuditEvent.done("api-token.create", OBJECT, token.id().toString())
                .with(Map.of("scopes", String.join(" ", token.scopes()), "expires", expiresAt.toString())));
        return new Created(token, secret);
    }

    /** Lists an account's tokens, the oldest first. */
    Slice<ApiToken> list(UUID account, int limit, @Nullable UUID after) {
        List<ApiToken> rows = jdbc.sql("""
                        select * from platform.api_token
                        where account_id = :account and (:first or id > :after::uuid) order by id limit :rows
                        """)
                .param("account", account)
                .param("first", after == null)
                .param("after", after)
                .param("rows", limit + 1)
                .query(ApiTokens::token)
                .list();
        return Slice.of(rows, limit, token -> token.id().toString());
    }

    /**
     * Makes a token worthless at once.
     *
     * @throws ProblemException 404 if this account has no such token
     */
    @Transactional
    void revoke(UUID account, UUID id) {
        int revoked = jdbc.sql("delete from platform.api_token where id = ? and account_id = ?")
                .param(id)
                .param(account)
                .update();
        if (revoked == 0) {
            throw ProblemException.notFound("该访问令牌");
        }
        audit.record(AuditEvent.done("api-token.revoke", OBJECT, id.toString()));
    }

    /** Makes all tokens of an account worthless, in the caller's transaction. */
    void revokeAll(UUID account) {
        jdbc.sql("delete from platform.api_token where account_id = ?")
                .param(account)
                .update();
    }

    /** Finds whose token this is and what it may reach, and notes its use. */
    Optional<Use> use(String secret) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Optional<Use> use = jdbc.sql("""
                        select id, account_id, scopes, last_used is null or last_used < :coarse as unnoted
                        from platform.api_token where digest = :digest and expires_at > :now
                        """)
                .param("coarse", now.minus(COARSE))
                .param("digest", digest(secret))
                .param("now", now)
                .query((row, number) -> new Use(
                        row.getObject("id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        scopes(row).stream().map(ApiScope::of).toList(),
                        row.getBoolean("unnoted")))
                .optional();
        // Not with every request: it would make each of them write.
        use.filter(Use::unnoted).ifPresent(used -> jdbc.sql("update platform.api_token set last_used = ? where id = ?")
                .param(now)
                .param(used.token())
                .update());
        return use;
    }

    private int count(UUID account) {
        return jdbc.sql("select count(*) from platform.api_token where account_id = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    private static byte[] digest(String secret) {
        return Sm3.digest(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> scopes(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("scopes").getArray());
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                scopes(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Accounts.instant(row, "last_used"));
    }

    /** A new token and its secret. */
    record Created(ApiToken token, String secret) {}

    /**
     * A token that is being used.
     *
     * @param unnoted whether its use was not noted for a while
     */
    record Use(UUID token, UUID account, List<ApiScope> scopes, boolean unnoted) {
        boolean covers(String method, String path) {
            return scopes.stream().anyMatch(scope -> scope.covers(method, path));
        }
    }
}
