package io.lvxiaoshen.knowledge.library;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The durable jobs of this module. Scheduling takes part in the caller's transaction. */
@Component
public class Jobs {
    /** Parses one revision of a document. */
    public static final TaskDescriptor<Void> INGESTION = TaskDescriptor.of("knowledge-ingestion");
    /** Removes an original to which no document refers any more. */
    public static final TaskDescriptor<Void> RELEASE = TaskDescriptor.of("knowledge-release");

    private static final Pattern REVISION = Pattern.compile("([0-9a-f-]{36})/([0-9]{1,9})");
    private static final Pattern ORIGINAL = Pattern.compile("([0-9a-f]{64})/.*");

    private final SchedulerClient scheduler;
    private final IdSource ids;
    private final Clock clock;

    Jobs(SchedulerClient scheduler, IdSource ids, Clock clock) {
        this.scheduler = scheduler;
        this.ids = ids;
        this.clock = clock;
    }

    void ingest(Revision revision) {
        String id = revision.documentId() + "/" + revision.number();
        scheduler.scheduleIfNotExists(INGESTION.instance(id).scheduledTo(clock.instant()));
    }

    void release(Sha256 original, Duration delay) {
        String id = original.hex() + "/" + ids.next();
        scheduler.scheduleIfNotExists(
                RELEASE.instance(id).scheduledTo(clock.instant().plus(delay)));
    }

    /** Returns which revision a job of {@link #INGESTION} is for; empty if the id is not one of ours. */
    public static Optional<Revision> revision(String instanceId) {
        Matcher id = REVISION.matcher(instanceId);
        return id.matches()
                ? Optional.of(new Revision(UUID.fromString(id.group(1)), Integer.parseInt(id.group(2))))
                : Optional.empty();
    }

    /** Returns which original a job of {@link #RELEASE} is for; empty if the id is not one of ours. */
    public static Optional<Sha256> original(String instanceId) {
        Matcher id = ORIGINAL.matcher(instanceId);
        return id.matches() ? Optional.of(new Sha256(id.group(1))) : Optional.empty();
    }
}
