package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.crypto.OutsideSpring;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The audit log, wired by hand. */
public final class AuditParts {
    private AuditParts() {}

    static AuditStore store(DataSource database, OutsideSpring parts) {
        return new AuditStore(new JdbcTemplate(database), new JsonMapper(), parts.crypto());
    }

    static AuditWriter writer(DataSource database, OutsideSpring parts) {
        return new AuditWriter(store(database, parts), parts.transactions());
    }

    /** Returns a log that records in transactions; nothing writes what stands for itself. */
    public static AuditLog log(DataSource database, OutsideSpring parts) {
        return log(database, parts, writer(database, parts));
    }

    static AuditLog log(DataSource database, OutsideSpring parts, AuditWriter writer) {
        return new AuditLog(store(database, parts), writer, new ActorSource(), new IdSource(), Clock.systemUTC());
    }
}
