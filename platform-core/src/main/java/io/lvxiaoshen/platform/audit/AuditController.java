package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.Slice;
import io.lvxiaoshen.platform.permission.Requires;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Reading, proving, exporting and checking the audit log. */
@RestController
@RequestMapping("/api/audit")
class AuditController {
    private static final int MOST = 200;
    private static final HexFormat HEX = HexFormat.of();

    private final AuditEntries entries;
    private final AuditExport export;
    private final AuditVerification verification;
    private final AuditLog log;
    private final Clock clock;

    AuditController(
            AuditEntries entries, AuditExport export, AuditVerification verification, AuditLog log, Clock clock) {
        this.entries = entries;
        this.export = export;
        this.verification = verification;
        this.log = log;
        this.clock = clock;
    }

    @Requires("audit.read")
    @GetMapping("/entries")
    Slice<Entry> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable UUID account,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String objectType,
            @RequestParam(required = false) @Nullable String objectId,
            @RequestParam(required = false) @Nullable AuditResult result,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit-out-of-range", "每页条数应在 1 到 " + MOST + " 之间。", "请换一个数。");
        }
        AuditQuery query = new AuditQuery(actor, action, objectType, objectId, result, from, until, account);
        Slice<AuditEntry> slice = entries.list(query, limit, cursor);
        return new Slice<>(slice.items().stream().map(Entry::of).toList(), slice.next());
    }

    @Requires("audit.read")
    @GetMapping("/entries/{id}/proof")
    Proof prove(@PathVariable UUID id) {
        return Proof.of(entries.prove(id));
    }

    /** The export is recorded before it is made, so that it holds the record of itself only from the next one on. */
    @Requires("audit.read")
    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export() {
        log.recordNow(AuditEvent.done("audit.export", "audit-log", null));
        String name = "audit-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".jsonl.gz";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/gzip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(export::write);
    }

    @Requires("audit.read")
    @GetMapping(path = "/public-keys", produces = MediaType.TEXT_PLAIN_VALUE)
    String publicKeys() {
        return export.publicKeys();
    }

    @Requires("audit.read")
    @GetMapping("/verification")
    AuditCheck.Report verify() {
        AuditCheck.Report report = verification.verify();
        log.recordNow(AuditEvent.done("audit.verify", "audit-log", null)
                .with(Map.of(
                        "entries", Long.toString(report.entries()),
                        "findings", Integer.toString(report.findings().size()))));
        return report;
    }

    record Entry(
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
            Map<String, String> details) {
        static Entry of(AuditEntry entry) {
            AuditEvent event = entry.event();
            return new Entry(
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
                    event.details());
        }
    }

    record Proof(
            Entry entry, long place, List<String> path, long size, String root, Instant signedAt, String signature) {
        static Proof of(AuditProof proof) {
            TreeHead head = proof.head();
            return new Proof(
                    Entry.of(proof.entry()),
                    proof.leaf(),
                    proof.path().stream().map(HEX::formatHex).toList(),
                    head.size(),
                    HEX.formatHex(head.root()),
                    head.signedAt(),
                    HEX.formatHex(head.signature().der()));
        }
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HEX.formatHex(bytes);
    }
}
