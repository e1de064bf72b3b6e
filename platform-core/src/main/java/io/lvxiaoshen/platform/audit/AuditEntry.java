package io.lvxiaoshen.platform.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit log.
 *
 * @param id unique
 * @param at when, to the microsecond
 * @param actor who
 * @param event what
 */
public record AuditEntry(UUID id, Instant at, Actor actor, AuditEvent event) {
    private static final int VERSION = 1;
    private static final int ABSENT = -1;

    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Returns the bytes that the tree's leaf is made of: a version, then every part in the order of the records, each as
     * its length (4 bytes, −1 where it is absent) and its bytes, texts in UTF-8, the time in microseconds since 1970, the
     * details as their number and then keys and values in the order of the keys.
     */
    byte[] canonical() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            text(out, id.toString());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            text(out, actor.accountId() == null ? null : actor.accountId().toString());
            text(out, actor.name());
            text(out, actor.address());
            text(out, event.action());
            text(out, event.objectType());
            text(out, event.objectId());
            text(out, event.result().name());
            part(out, event.before());
            part(out, event.after());
            SortedMap<String, String> details = new TreeMap<>(event.details());
            out.writeInt(details.size());
            for (Map.Entry<String, String> detail : details.entrySet()) {
                text(out, detail.getKey());
                text(out, detail.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Returns the digest of the entry's leaf, 32 bytes. */
    byte[] leaf() {
        return MerkleTree.leaf(canonical());
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        part(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private static void part(DataOutputStream out, byte @Nullable [] part) throws IOException {
        if (part == null) {
            out.writeInt(ABSENT);
        } else {
            out.writeInt(part.length);
            out.write(part);
        }
    }
}
