package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.audit.AuditEvent;
import io.lvxiaoshen.platform.audit.AuditLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes passwords. Whoever was signed in with the old one is not any more. */
@Service
class Passwords {
    private static final String OBJECT = "account";

    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final PasswordPolicy policy;
    private final PasswordGenerator generator;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final IdSource ids;
    private final Clock clock;

    Passwords(
            Accounts accounts,
            PasswordHasher hasher,
            PasswordPolicy policy,
            PasswordGenerator generator,
            Sessions sessions,
            ApiTokens tokens,
            AuditLog audit,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            IdSource ids,
            Clock clock) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.policy = policy;
        this.generator = generator;
        this.sessions = sessions;
        this.tokens = tokens;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Gives an account the password that its holder chose.
     *
     * @param keptSession id of the session that goes on
     * @throws ProblemException 422 if it is too weak
     */
    void choose(Account account, String password, String keptSession) {
        List<String> remembered = new ArrayList<>(former(account));
        remembered.add(account.passwordHash());
        policy.require(account.username(), password, remembered);
        replace(account, password, false, keptSession, "account.change-password");
    }

    /**
     * Gives an account a generated password, which is returned and must be changed at the next sign-in. Its tokens end too:
     * who asks for this may have lost the account to someone else.
     */
    String reset(Account account) {
        String password = generator.next();
        replace(account, password, true, null, "account.reset-password");
        return password;
    }

    private void replace(
            Account account, String password, boolean mustChange, @Nullable String keptSession, String action) {
        // Before the transaction: it takes a while, and a connection would wait with it.
        String hash = hasher.hash(password);
        transactions.executeWithoutResult(status -> {
            accounts.changePassword(account.id(), hash, mustChange, clock.instant());
            remember(account);
            sessions.endAll(account.username(), keptSession);
            if (mustChange) {
                tokens.revokeAll(account.id());
                accounts.unlock(account.id());
            }
            audit.record(AuditEvent.done(action, OBJECT, account.id().toString()));
        });
    }

    private List<String> former(Account account) {
        return jdbc.sql(
                        "select password_hash from platform.former_password where account_id = ? order by id desc limit ?")
                .param(account.id())
                .param(PasswordPolicy.REMEMBERED - 1)
                .query(String.class)
                .list();
    }

    private void remember(Account account) {
        jdbc.sql("insert into platform.former_password (id, account_id, password_hash) values (?, ?, ?)")
                .param(ids.next())
                .param(account.id())
                .param(account.passwordHash())
                .update();
        jdbc.sql("""
                delete from platform.former_password where account_id = :account and id not in (
                    select id from platform.former_password where account_id = :account order by id desc limit :kept)
                """)
                .param("account", account.id())
                .param("kept", PasswordPolicy.REMEMBERED - 1)
                .update();
    }
}
