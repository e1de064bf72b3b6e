package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.audit.AuditEvent;
import io.lvxiaoshen.platform.audit.AuditLog;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Raises the alarm when roles or grants were tampered with: in the log and in the audit log, once a minute for a set. */
@Component
class TamperAlarm {
    private static final Logger log = LoggerFactory.getLogger(TamperAlarm.class);
    private static final long PAUSE_MILLIS = 60_000;
    private static final int MOST = 10_000;

    private final Map<SetKey, Long> raised = new ConcurrentHashMap<>();
    private final AuditLog audit;
    private final Clock clock;

    TamperAlarm(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void raise(TamperedException tampered) {
        long now = clock.millis();
        if (raised.size() >= MOST) {
            raised.clear();
        }
        SetKey key = tampered.key();
        Long before = raised.put(key, now);
        if (before != null && now - before < PAUSE_MILLIS) {
            raised.put(key, before);
            return;
        }
        String finding = String.valueOf(tampered.getMessage());
        log.error("ALARM: roles or grants were changed behind the application's back: {}", finding);
        audit.recordNow(AuditEvent.denied(
                        "access-control.tampered", "access-" + key.kind().name().toLowerCase(Locale.ROOT), key.id())
                .with(Map.of("finding", finding)));
    }
}
