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

    /** Adds an account; returns false if the name is taken. */
    boolean add(Account account, Instant now) {
        return jdbc.sql("""
                        insert into platform.account (id, username, display_name, password_hash, roles, created_at)
                        values (?, ?, ?, ?, ?::text[], ?) on conflict (username) do nothing
                        """)
                        .param(account.id())
                        .param(account.username())
                        .param(account.displayName())
                        .param(account.passwordHash())
                        .param(account.roles().toArray(String[]::new))
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void changePassword(UUID id, String passwordHash) {
        jdbc.sql("update platform.account set password_hash = ? where id = ?")
                .param(passwordHash)
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
                instant(row.getObject("locked_until", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
