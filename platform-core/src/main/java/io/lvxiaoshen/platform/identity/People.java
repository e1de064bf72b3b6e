package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.audit.AuditEvent;
import io.lvxiaoshen.platform.audit.AuditLog;
import io.lvxiaoshen.platform.permission.BuiltInRoles;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes people in, changes what is known of them, and shuts them out; each change is audited. */
@Service
class People {
    /** How user names are written: what is not in here cannot be mistaken for something that is. */
    static final String USERNAME = "[a-z][a-z0-9._-]{1,63}";

    private static final String OBJECT = "account";

    /** What whoever works here may do; anything more is given by hand. */
    private static final String EVERYONES_ROLE = "OFFICIAL";

    private final PeopleTable table;
    private final Accounts accounts;
    private final OrganisationUnits units;
    private final PasswordHasher hasher;
    private final PasswordGenerator generator;
    private final Sessions sessions;
    private final BuiltInRoles roles;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final IdSource ids;
    private final Clock clock;

    People(
            PeopleTable table,
            Accounts accounts,
            OrganisationUnits units,
            PasswordHasher hasher,
            PasswordGenerator generator,
            Sessions sessions,
            BuiltInRoles roles,
            AuditLog audit,
            TransactionTemplate transactions,
            IdSource ids,
            Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.units = units;
        this.hasher = hasher;
        this.generator = generator;
        this.sessions = sessions;
        this.roles = roles;
        this.audit = audit;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    Person find(UUID id) {
        return table.find(id).orElseThrow(People::missing);
    }

    /**
     * Takes a person in, with the role of everyone who works here.
     *
     * @return the person and a password that is shown this once and must be changed at the first sign-in
     */
    Created create(String username, Profile profile) {
        UUID id = ids.next();
        String password = generator.next();
        Account account = Account.fresh(
                id,
                username,
                profile.displayName() == null ? username : profile.displayName(),
                hasher.hash(password),
                Set.of(),
                true,
                clock.instant());
        transactions.executeWithoutResult(status -> {
            if (!accounts.add(account, clock.instant())) {
                throw ProblemException.conflict("username-taken", "用户名“" + username + "”已被使用。", "请换一个用户名。");
            }
            roles.give(id, EVERYONES_ROLE);
            apply(find(id), profile);
            audit.record(
                    AuditEvent.done("account.create", OBJECT, id.toString()).changing(null, table.digest(id)));
        });
        return new Created(find(id), password);
    }

    /** Changes what a profile names; the rest stays. */
    @Transactional
    Person change(UUID id, Profile profile) {
        Person person = find(id);
        byte[] before = table.digest(id);
        apply(person, profile);
        audit.record(AuditEvent.done("account.change", OBJECT, id.toString()).changing(before, table.digest(id)));
        return find(id);
    }

    /**
     * Shuts a person out, whose sessions end at once, or lets them in again.
     *
     * @param by who does it; nobody can shut themselves out, so that there is always one administrator
     */
    @Transactional
    Person setEnabled(UUID id, boolean enabled, UUID by) {
        if (!enabled && id.equals(by)) {
            throw ProblemException.conflict("own-account", "不能停用自己的账号。", "请由其他管理员操作。");
        }
        Person person = find(id);
        byte[] before = table.digest(id);
        table.setEnabled(id, enabled);
        if (!enabled) {
            sessions.endAll(person.username(), null);
        }
        audit.record(AuditEvent.done(enabled ? "account.enable" : "account.disable", OBJECT, id.toString())
                .changing(before, table.digest(id)));
        return find(id);
    }

    /** Returns what is sealed of a person, and records that someone wanted to see it. */
    @Transactional
    PeopleTable.Revealed reveal(UUID id) {
        find(id);
        audit.record(AuditEvent.done("account.reveal", OBJECT, id.toString()));
        return table.reveal(id);
    }

    private void apply(Person person, Profile profile) {
        UUID id = person.id();
        UUID unit = profile.unitId() == null ? person.unitId() : existing(profile.unitId());
        table.setProfile(
                id,
                profile.displayName() == null
                        ? person.displayName()
                        : profile.displayName().strip(),
                unit,
                profile.position() == null
                        ? person.position()
                        : profile.position().strip());
        if (profile.phone() != null) {
            table.setPhone(id, canonical(PersonalField.PHONE, profile.phone()));
        }
        if (profile.idNumber() != null) {
            String idNumber = canonical(PersonalField.ID_NUMBER, profile.idNumber());
            if (idNumber != null && table.hasIdNumber(idNumber, id)) {
                throw ProblemException.conflict("id-number-taken", "该身份证号码已属于另一个账号。", "请核对号码，或使用已有的账号。");
            }
            table.setIdNumber(id, idNumber);
        }
    }

    private static @Nullable String canonical(PersonalField field, String typed) {
        return typed.isBlank() ? null : field.canonical(typed);
    }

    private UUID existing(UUID unit) {
        return units.find(unit)
                .orElseThrow(() -> ProblemException.invalid("unit-missing", "所选机构不存在。", "请刷新机构树后重新选择。"))
                .id();
    }

    private static ProblemException missing() {
        return ProblemException.notFound("该人员");
    }

    /** What is to be known of a person; null leaves a part as it is, and an empty text removes it. */
    record Profile(
            @Nullable String displayName,
            @Nullable UUID unitId,
            @Nullable String position,
            @Nullable String phone,
            @Nullable String idNumber) {}

    /** A new person and what they first sign in with. */
    record Created(Person person, String password) {}
}
