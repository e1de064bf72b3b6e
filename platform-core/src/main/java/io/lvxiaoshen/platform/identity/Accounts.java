package io.lvxiaoshen.platform.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of accounts. */
@Repository
class Accounts {
    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select 1 from platform.account)")
                .query(Boolean.class)
                .single();
    }

    Optional<Account> find(String username) {
        return jdbc.sql("select * from platform.account where username = ?")
                .param(username)
                .query(Accounts::account)
                .optional();
    }

    Optional<Account> find(UUID id) {
        return jdbc.sql("select * from platform.account where id = ?")
                .param(id)
                .query(Accounts::account)
                .optional();
    }

    /** Finds the account that the unified authentication centre knows under this subject. */
    Optional<Account> findBySubject(String subject) {
        return jdbc.sql("select * from platform.account where external_subject = ?")
                .param(subject)
                .query(Accounts::account)
                .optional();
    }

    /** Adds an account; returns false if the name is taken. */
    boolean add(Account account, Instant now) {
        return jdbc.sql("""
                        insert into platform.account (id, username, display_name, password_hash, roles,
                            must_change_password, password_changed_at, created_at)
                        values (?, ?, ?, ?, ?::text[], ?, ?, ?) on conflict (username) do nothing
                        """)
                        .param(account.id())
                        .param(account.username())
                        .param(account.displayName())
                        .param(account.passwordHash())
                        .param(account.roles().toArray(String[]::new))
                        .param(account.mustChangePassword())
                        .param(account.passwordChangedAt().atOffset(ZoneOffset.UTC))
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void changePassword(UUID id, String passwordHash, boolean mustChange, Instant now) {
        jdbc.sql("""
                update platform.account set password_hash = ?, must_change_password = ?, password_changed_at = ?
                where id = ?
                """)
                .param(passwordHash)
                .param(mustChange)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(id)
                .update();
    }

    /** Counts a failed sign-in; the {@code limit}th in a row locks the account until {@code lockedUntil}. */
    void countFailure(UUID id, int limit, Instant lockedUntil) {
        jdbc.sql("""
                update platform.account
                set failed_sign_ins = case when failed_sign_ins + 1 >= :limit then 0 else failed_sign_ins + 1 end,
                    locked_until = case when failed_sign_ins + 1 >= :limit then :until else locked_until end
                where id = :id
                """)
                .param("limit", limit)
                .param("until", lockedUntil.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void unlock(UUID id) {
        jdbc.sql("update platform.account set failed_sign_ins = 0, locked_until = null where id = ?")
                .param(id)
                .update();
    }

    void setSm2PublicKey(UUID id, @Nullable String pem) {
        jdbc.sql("update platform.account set sm2_public_key = ? where id = ?")
                .param(pem)
                .param(id)
                .update();
    }

    void clearFailures(UUID id) {
        jdbc.sql("update platform.account set failed_sign_ins = 0 where id = ? and failed_sign_ins > 0")
                .param(id)
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        Array roles = row.getArray("roles");
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("password_hash"),
                Set.of((String[]) roles.getArray()),
                instant(row, "locked_until"),
                row.getBoolean("enabled"),
                row.getBoolean("must_change_password"),
                row.getObject("password_changed_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("totp_confirmed"),
                row.getString("sm2_public_key"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
