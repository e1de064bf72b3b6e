package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.IdSource;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one place to tell what was done. Thread-safe. */
@Service
public class AuditLog {
    private final AuditStore store;
    private final AuditWriter writer;
    private final ActorSource actors;
    private final IdSource ids;
    private final Clock clock;

    AuditLog(AuditStore store, AuditWriter writer, ActorSource actors, IdSource ids, Clock clock) {
        this.store = store;
        this.writer = writer;
        this.actors = actors;
        this.ids = ids;
        this.clock = clock;
    }

    /** Records a change in the transaction that makes it: both are there, or neither. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEvent event) {
        store.add(List.of(entry(actors.current(), event)));
    }

    /**
     * Records what happened whatever becomes of the caller's transaction, and returns when it is on the disk.
     *
     * @throws IllegalStateException if it could not be recorded
     */
    public void recordNow(AuditEvent event) {
        recordNow(actors.current(), event);
    }

    /** The same for an actor that the thread does not know of. */
    public void recordNow(Actor actor, AuditEvent event) {
        writer.write(entry(actor, event));
    }

    private AuditEntry entry(Actor actor, AuditEvent event) {
        return new AuditEntry(ids.next(), clock.instant(), actor, event);
    }
}
