package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.Caller;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The platform with things to have permissions on. */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        classes = io.lvxiaoshen.platform.PlatformTestApplication.class,
        properties = {
            "lvxiaoshen.platform.data=target/test-data/${random.uuid}",
            "lvxiaoshen.platform.administrator-password=correct horse battery"
        })
@Import({Things.class, Places.class})
abstract class PermissionTest {
    static final Permission READ = new Permission("thing.read");
    static final Permission WRITE = new Permission("thing.write");
    static final Permission DIARY = new Permission("diary.own");

    @Autowired
    Permissions permissions;

    @Autowired
    Roles roles;

    @Autowired
    RoleAssignments assignments;

    @Autowired
    ObjectGrants grants;

    @Autowired
    SealedSets sets;

    @Autowired
    SetCache cache;

    @Autowired
    AccessControlCheck check;

    @Autowired
    Things things;

    @Autowired
    Places places;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    Caller administrator;

    @BeforeEach
    void findAdministrator() {
        UUID id = jdbc.sql("select id from platform.account where username = 'admin'")
                .query(UUID.class)
                .single();
        administrator = new Caller(id, "admin", "系统管理员", Set.of());
    }

    /** Returns a new account with these roles. */
    Caller person(UUID... roleIds) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into platform.account (id, username, display_name, password_hash, roles, created_at)"
                        + " values (?, ?, '某人', '', '{}', now())")
                .param(id)
                .param("person-" + id)
                .update();
        if (roleIds.length > 0) {
            assignments.replace(administrator, id, Set.of(roleIds));
        }
        return new Caller(id, "person-" + id, "某人", Set.of());
    }

    UUID builtIn(String name) {
        return jdbc.sql("select id from platform.role where name = ?")
                .param(name)
                .query(UUID.class)
                .single();
    }

    UUID role(Map<String, DataScope> given) {
        return roles.create(administrator, "测试 " + UUID.randomUUID(), given).id();
    }

    ObjectGrant grantTo(Caller subject, Permission permission) {
        return new ObjectGrant(SubjectType.ACCOUNT, subject.accountId(), permission.name());
    }
}
