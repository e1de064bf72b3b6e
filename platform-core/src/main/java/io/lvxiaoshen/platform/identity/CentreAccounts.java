package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.audit.AuditEvent;
import io.lvxiaoshen.platform.audit.AuditLog;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the account of someone whom the centre vouches for. The first time by name; from then on by the centre's own number
 * of the person, so that a name that is given to someone else later opens nothing.
 */
class CentreAccounts {
    private final Accounts accounts;
    private final People people;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final CentreProperties properties;

    CentreAccounts(Accounts accounts, People people, JdbcClient jdbc, AuditLog audit, CentreProperties properties) {
        this.accounts = accounts;
        this.people = people;
        this.jdbc = jdbc;
        this.audit = audit;
        this.properties = properties;
    }

    /**
     * Returns the account of a person.
     *
     * @throws UnknownPersonException if there is none, and none may be made
     */
    @Transactional(rollbackFor = UnknownPersonException.class)
    Account of(OidcUser user) throws UnknownPersonException {
        String subject = user.getSubject();
        if (subject == null) {
            throw new UnknownPersonException("no number of the person from the centre");
        }
        Optional<Account> known = accounts.findBySubject(subject);
        if (known.isPresent()) {
            return known.get();
        }
        String username = user.getClaimAsString(properties.usernameClaim());
        if (username == null || username.isBlank()) {
            throw new UnknownPersonException("no user name from the centre");
        }
        Optional<Account> named = accounts.find(username);
        if (named.isPresent()) {
            return bound(named.get(), subject);
        }
        if (!properties.createAccounts() || !username.matches(People.USERNAME)) {
            throw new UnknownPersonException("no such account");
        }
        UUID created = people.create(username, new People.Profile(user.getFullName(), null, null, null, null))
                .person()
                .id();
        return bound(accounts.find(created).orElseThrow(), subject);
    }

    private Account bound(Account account, String subject) throws UnknownPersonException {
        int bound = jdbc.sql("""
                        update platform.account set external_subject = ? where id = ? and external_subject is null
                        """).param(subject).param(account.id()).update();
        if (bound == 0) {
            throw new UnknownPersonException("the account belongs to another person of the centre");
        }
        audit.record(
                AuditEvent.done("account.bind-centre", "account", account.id().toString()));
        return account;
    }

    /** The centre knows a person whom this application does not. */
    static final class UnknownPersonException extends Exception {
        private static final long serialVersionUID = 1;

        private final String reason;

        UnknownPersonException(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
