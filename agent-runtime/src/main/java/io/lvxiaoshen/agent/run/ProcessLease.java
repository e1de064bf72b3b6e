package io.lvxiaoshen.agent.run;

import io.lvxiaoshen.agent.AgentProperties;
import io.lvxiaoshen.platform.IdSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the running answers of living processes from those of dead ones. Each process holds a row with a lease that it
 * renews; a running answer whose process has no current lease was abandoned, and any process may end it.
 *
 * <p>A lease rather than an advisory lock: it needs no connection of its own for life, works behind connection poolers
 * and on PostgreSQL-compatible databases without session locks, and also ends the lease of a machine that vanished
 * without closing its connections. Its price is that an answer is found abandoned only after the lease has run out. If a
 * living process is silent for longer than its lease, its answers end as failed and what it writes later changes nothing
 * (see {@code Messages.finish}); nothing is ever answered twice. Only the database's clock is compared.
 */
@Component
class ProcessLease {
    /** What an abandoned answer ends with. */
    static final String INTERRUPTED = "服务重启，回答中断，请重新提问。";

    private final JdbcClient jdbc;
    private final UUID processId;
    private final double seconds;

    ProcessLease(JdbcClient jdbc, IdSource ids, AgentProperties properties) {
        this.jdbc = jdbc;
        this.processId = ids.next();
        this.seconds = properties.run().lease().toMillis() / 1000.0;
    }

    UUID processId() {
        return processId;
    }

    /** Takes the lease, or takes it for another span. */
    void renew() {
        jdbc.sql("insert into agent.process (id, started_at, lease_until)"
                        + " values (:id, clock_timestamp(), clock_timestamp() + make_interval(secs => :seconds))"
                        + " on conflict (id) do update set lease_until = excluded.lease_until")
                .param("id", processId)
                .param("seconds", seconds)
                .update();
    }

    /** Ends the answers of processes without a current lease and forgets those processes. Returns how many answers. */
    int endAbandoned() {
        int answers = jdbc.sql("update agent.message m set status = 'FAILED', reason = :reason"
                        + " where m.status = 'RUNNING' and not exists (select 1 from agent.process p"
                        + " where p.id = m.process_id and p.lease_until > clock_timestamp())")
                .param("reason", INTERRUPTED)
                .update();
        jdbc.sql("delete from agent.process where lease_until <= clock_timestamp()")
                .update();
        return answers;
    }

    /** Returns the answers that are stored as being written by this process. */
    List<UUID> runningHere() {
        return jdbc.sql("select id from agent.message where status = 'RUNNING' and process_id = :id")
                .param("id", processId)
                .query(UUID.class)
                .list();
    }

    /** Gives the lease back. */
    void release() {
        jdbc.sql("delete from agent.process where id = :id")
                .param("id", processId)
                .update();
    }
}
