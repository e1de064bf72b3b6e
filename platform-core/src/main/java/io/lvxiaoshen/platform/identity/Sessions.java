package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.audit.AuditEvent;
import io.lvxiaoshen.platform.audit.AuditLog;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of an account, wherever its person is signed in. They are rows, the same for every node. */
@Service
class Sessions {
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final JdbcClient jdbc;
    private final AuditLog audit;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient jdbc, AuditLog audit) {
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Lists an account's sessions, the newest first.
     *
     * @param current id of the session that asks; null when it is another account's
     */
    List<View> list(String username, @Nullable String current) {
        return open(username).stream()
                .map(session -> View.of(session, current))
                .sorted(Comparator.comparing(View::signedInAt).reversed())
                .toList();
    }

    /**
     * Ends one session.
     *
     * @param id what the session is called in lists
     * @throws ProblemException 404 if this account has no such session
     */
    @Transactional
    void end(Account account, UUID id) {
        Session session = open(account.username()).stream()
                .filter(open -> facts(open).id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("该会话"));
        jdbc.sql("delete from platform.http_session where session_id = ?")
                .param(session.getId())
                .update();
        audit.record(AuditEvent.done("session.end", "session", id.toString()));
    }

    /** Ends all of an account's sessions, and records it. */
    @Transactional
    void endAll(Account account, @Nullable String kept) {
        endAll(account.username(), kept);
        audit.record(AuditEvent.done("session.end-all", "account", account.id().toString()));
    }

    /** Ends all of an account's sessions in the caller's transaction but for the one with the id {@code kept}. */
    void endAll(String username, @Nullable String kept) {
        jdbc.sql("delete from platform.http_session where principal_name = :name and session_id <> :kept")
                .param("name", username)
                .param("kept", Objects.requireNonNullElse(kept, ""))
                .update();
    }

    /** Ends an account's oldest sessions until at most {@code most} are left. */
    void endOldest(String username, int most) {
        List<? extends Session> oldestFirst = open(username).stream()
                .sorted(Comparator.comparing((Session session) -> facts(session).signedInAt()))
                .toList();
        oldestFirst
                .subList(0, Math.max(0, oldestFirst.size() - most))
                .forEach(session -> sessions.deleteById(session.getId()));
    }

    private List<? extends Session> open(String username) {
        return sessions.findByPrincipalName(username).values().stream()
                .filter(session -> !session.isExpired() && session.getAttribute(SessionFacts.ATTRIBUTE) != null)
                .toList();
    }

    private static SessionFacts facts(Session session) {
        return session.getRequiredAttribute(SessionFacts.ATTRIBUTE);
    }

    /** A session as people see it. */
    record View(
            UUID id, Instant signedInAt, Instant lastSeen, Means means, String address, String agent, boolean current) {
        static View of(Session session, @Nullable String current) {
            SessionFacts facts = facts(session);
            return new View(
                    facts.id(),
                    facts.signedInAt(),
                    session.getLastAccessedTime(),
                    facts.means(),
                    facts.address(),
                    facts.agent(),
                    session.getId().equals(current));
        }
    }
}
