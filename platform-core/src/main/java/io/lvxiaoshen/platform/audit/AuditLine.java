package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.crypto.SignedBy;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of an exported log, as JSON; digests and signatures are hexadecimal.
 *
 * @param entry an entry with its place, or null
 * @param head a head, or null
 */
record AuditLine(@Nullable Entry entry, @Nullable Head head) {
    private static final JsonMapper JSON = new JsonMapper();

    /** An entry: its place from 0, the recorded digest of its leaf, and what it says. */
    record Entry(
            long place,
            String leaf,
            UUID id,
            Instant at,
            @Nullable UUID accountId,
            String actor,
            @Nullable String address,
            String action,
            String objectType,
            @Nullable String objectId,
            AuditResult result,
            @Nullable String before,
            @Nullable String after,
            SortedMap<String, String> details) {

        AuditEntry entry() {
            return new AuditEntry(
                    id,
                    at,
                    new Actor(accountId, actor, address),
                    new AuditEvent(action, objectType, objectId, result, bytes(before), bytes(after), details));
        }
    }

    /** A head. */
    record Head(long size, long previous, String root, Instant signedAt, String signature) {
        /** Returns the head; which key signed it is found by trying. */
        TreeHead head() {
            HexFormat hex = HexFormat.of();
            return new TreeHead(size, previous, hex.parseHex(root), signedAt, new SignedBy(0, hex.parseHex(signature)));
        }
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is not letter for letter as {@link #toString} writes it
     */
    static AuditLine parse(String text) {
        try {
            AuditLine line = JSON.readValue(text, AuditLine.class);
            if (line.toString().equals(text)) {
                return line;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no line of a log", e);
        }
        throw new IllegalArgumentException("a line of a log that was altered");
    }

    @Override
    public String toString() {
        return JSON.writeValueAsString(this);
    }

    static AuditLine of(long place, byte[] leaf, AuditEntry entry) {
        AuditEvent event = entry.event();
        return new AuditLine(
                new Entry(
                        place,
                        HexFormat.of().formatHex(leaf),
                        entry.id(),
                        entry.at(),
                        entry.actor().accountId(),
                        entry.actor().name(),
                        entry.actor().address(),
                        event.action(),
                        event.objectType(),
                        event.objectId(),
                        event.result(),
                        hex(event.before()),
                        hex(event.after()),
                        new TreeMap<>(event.details())),
                null);
    }

    static AuditLine of(TreeHead head) {
        HexFormat hex = HexFormat.of();
        return new AuditLine(
                null,
                new Head(
                        head.size(),
                        head.previous(),
                        hex.formatHex(head.root()),
                        head.signedAt(),
                        hex.formatHex(head.signature().der())));
    }

    private static byte @Nullable [] bytes(@Nullable String hex) {
        return hex == null ? null : HexFormat.of().parseHex(hex);
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
