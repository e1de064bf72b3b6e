package io.lvxiaoshen.platform.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.PlatformProperties;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.crypto.CryptoService;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

class PermissionsTest extends PermissionTest {
    @Autowired
    CryptoService crypto;

    @Autowired
    PlatformProperties properties;

    @Autowired
    SetRows rows;

    @Autowired
    PermissionCatalogue catalogue;

    @Autowired
    ObjectTypes types;

    @Autowired
    ObjectProvider<Membership> membership;

    @Autowired
    TamperAlarm alarm;

    @Test
    void givesTheFirstAdministratorEverything() {
        ObjectRef foreign = things.ownedBy(UUID.randomUUID());
        assertThat(permissions.allows(administrator, WRITE, foreign)).isTrue();
        assertThat(permissions.holds(administrator, new Permission("account.manage")))
                .isTrue();
    }

    @Test
    void givesNothingToWhoHasNoRole() {
        Caller nobody = person();
        assertThat(permissions.allows(nobody, READ, things.ownedBy(nobody.accountId())))
                .isFalse();
        assertThat(permissions.coverage(nobody.accountId(), READ, Things.TYPE).isEmpty())
                .isTrue();
    }

    @Test
    void letsAnAuditorReadTheAuditLogAndNothingElse() {
        Caller auditor = person(builtIn("AUDITOR"));
        assertThat(catalogue.all())
                .filteredOn(declared -> permissions.holds(auditor, declared.permission()))
                .extracting(PermissionDeclaration::name)
                .containsExactly("audit.read");
    }

    @Test
    void keepsToTheScopeOfARole() {
        UUID division = UUID.randomUUID();
        UUID neighbour = UUID.randomUUID();
        UUID elsewhere = UUID.randomUUID();
        Caller own = person(role(Map.of("thing.write", DataScope.OWN)));
        Caller unit = person(role(Map.of("thing.write", DataScope.UNIT)));
        Caller district = person(role(Map.of("thing.write", DataScope.DISTRICT)));
        for (Caller caller : Set.of(own, unit, district)) {
            places.put(caller.accountId(), new Reach(Set.of(division), Set.of(division), Set.of(division, neighbour)));
            assertThat(permissions.allows(caller, WRITE, things.ownedBy(caller.accountId())))
                    .isTrue();
            assertThat(permissions.allows(caller, WRITE, things.ownedBy(UUID.randomUUID())))
                    .isFalse();
            assertThat(permissions.allows(caller, WRITE, things.in(elsewhere))).isFalse();
        }
        assertThat(permissions.allows(own, WRITE, things.in(division))).isFalse();
        assertThat(permissions.allows(unit, WRITE, things.in(division))).isTrue();
        assertThat(permissions.allows(unit, WRITE, things.in(neighbour))).isFalse();
        assertThat(permissions.allows(district, WRITE, things.in(neighbour))).isTrue();
    }

    @Test
    void grantsASingleObjectToAnAccountARoleOrAUnit() {
        UUID unit = UUID.randomUUID();
        UUID role = role(Map.of("diary.own", DataScope.OWN));
        Caller byAccount = person();
        Caller byRole = person(role);
        Caller byUnit = person();
        places.put(byUnit.accountId(), new Reach(Set.of(unit), Set.of(), Set.of()));
        for (ObjectGrant grant : Set.of(
                grantTo(byAccount, READ),
                new ObjectGrant(SubjectType.ROLE, role, "thing.read"),
                new ObjectGrant(SubjectType.UNIT, unit, "thing.read"))) {
            ObjectRef thing = things.ownedBy(UUID.randomUUID());
            ObjectRef other = things.ownedBy(UUID.randomUUID());
            grants.add(administrator, Things.TYPE, thing.id(), grant);
            Caller caller =
                    switch (grant.subjectType()) {
                        case ACCOUNT -> byAccount;
                        case ROLE -> byRole;
                        case UNIT -> byUnit;
                    };
            assertThat(permissions.allows(caller, READ, thing)).as("%s", grant).isTrue();
            assertThat(permissions.allows(caller, WRITE, thing)).isFalse();
            assertThat(permissions.allows(caller, READ, other)).isFalse();
            assertThat(permissions.allowed(caller.accountId(), READ, Things.TYPE, Set.of()))
                    .containsExactly(thing.id());
            assertThat(permissions.allowed(caller.accountId(), READ, Things.TYPE, Set.of(other.id())))
                    .isEmpty();
            grants.remove(administrator, Things.TYPE, thing.id(), grant);
            assertThat(permissions.allows(caller, READ, thing)).isFalse();
        }
    }

    @Test
    void keepsWhatIsOnesOwnFromTheAdministratorToo() {
        assertThat(permissions.allows(administrator, DIARY, things.ownedBy(UUID.randomUUID())))
                .isFalse();
        ObjectRef thing = things.ownedBy(UUID.randomUUID());
        assertThatThrownBy(() -> grants.add(administrator, Things.TYPE, thing.id(), grantTo(administrator, DIARY)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void deniesLikeAbsenceOnlyToWhoHasThePermissionElsewhere() {
        ObjectRef foreign = things.ownedBy(UUID.randomUUID());
        assertThat(refusal(person(), foreign)).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(refusal(person(role(Map.of("thing.write", DataScope.OWN))), foreign))
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void letsNobodyGiveMoreThanHeHas() {
        UUID small = role(Map.of("account.manage", DataScope.ALL, "thing.write", DataScope.OWN));
        Caller manager = person(small);
        Caller other = person();
        ObjectRef foreign = things.ownedBy(UUID.randomUUID());
        assertRefused(() -> assignments.replace(manager, manager.accountId(), Set.of(builtIn("ADMINISTRATOR"))));
        assertRefused(() -> assignments.replace(manager, administrator.accountId(), Set.of()));
        assertRefused(() -> roles.create(manager, "更大", Map.of("thing.write", DataScope.UNIT)));
        assertRefused(() -> grants.add(manager, Things.TYPE, foreign.id(), grantTo(manager, WRITE)));
        assertThat(assignments.replace(manager, other.accountId(), Set.of(small)))
                .hasSize(1);
    }

    @Test
    void keepsOneAdministrator() {
        assertThatThrownBy(() -> assignments.replace(administrator, administrator.accountId(), Set.of()))
                .hasMessageContaining("最后一个系统管理员");
    }

    @Test
    void removesNoRoleThatIsInUseOrBuiltIn() {
        UUID role = role(Map.of("thing.read", DataScope.ALL));
        Caller holder = person(role);
        assertThatThrownBy(() -> roles.remove(administrator, role)).hasMessageContaining("使用");
        assignments.replace(administrator, holder.accountId(), Set.of());
        roles.remove(administrator, role);
        assertThatThrownBy(() -> roles.find(role)).hasMessageContaining("不存在");
        assertThatThrownBy(() -> roles.remove(administrator, builtIn("OFFICIAL")))
                .hasMessageContaining("内置角色");
        assertThat(check.findings()).isEmpty();
    }

    @Test
    void auditsEveryChangeWithTheChange() {
        Caller holder = person();
        long before = audited(holder.accountId());
        assignments.replace(administrator, holder.accountId(), Set.of(builtIn("OFFICIAL")));
        assertThat(audited(holder.accountId())).isEqualTo(before + 1);
        transactions.executeWithoutResult(status -> {
            assignments.replace(administrator, holder.accountId(), Set.of());
            status.setRollbackOnly();
        });
        assertThat(audited(holder.accountId())).isEqualTo(before + 1);
        assertThat(permissions.holds(holder, READ)).isTrue();
    }

    @Test
    void takesBackAtOnceHereAndWithinASecondOnOtherNodes() {
        UUID role = role(Map.of("thing.read", DataScope.ALL));
        Caller holder = person(role);
        SettableClock clock = new SettableClock();
        Permissions otherNode = otherNode(clock);
        assertThat(permissions.holds(holder, READ)).isTrue();
        assertThat(otherNode.holds(holder, READ)).isTrue();
        assignments.replace(administrator, holder.accountId(), Set.of());
        assertThat(permissions.holds(holder, READ)).isFalse();
        assertThat(otherNode.holds(holder, READ)).as("still kept").isTrue();
        clock.millis += 1000;
        assertThat(otherNode.holds(holder, READ)).isFalse();
    }

    private Permissions otherNode(Clock clock) {
        SealedSets theirs = new SealedSets(rows, crypto, new VersionWitness(properties), new SetCache(clock));
        return new Permissions(theirs, rows, catalogue, types, membership, alarm);
    }

    private HttpStatus refusal(Caller caller, ObjectRef object) {
        try {
            permissions.require(caller, WRITE, object);
            throw new AssertionError("not refused");
        } catch (ProblemException e) {
            return e.status();
        }
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                .isEqualTo("exceeds-own-rights"));
    }

    private long audited(UUID account) {
        return jdbc.sql("select count(*) from platform.audit_entry where action = 'account.roles' and object_id = ?")
                .param(account.toString())
                .query(Long.class)
                .single();
    }

    private static final class SettableClock extends Clock {
        private long millis;

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
