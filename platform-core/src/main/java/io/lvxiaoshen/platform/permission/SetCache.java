package io.lvxiaoshen.platform.permission;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the verified rows of sets for a second. That alone brings changes of other nodes, and those made behind the
 * application's back, to light within a second; those of this node are forgotten when they are committed.
 */
@Component
class SetCache {
    private static final long MILLIS = 1000;
    private static final int MOST = 20_000;

    private final Map<SetKey, Kept> kept = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Kept(List<List<String>> rows, long until) {}

    SetCache(Clock clock) {
        this.clock = clock;
    }

    List<List<String>> get(SetKey key, Supplier<List<List<String>>> reading) {
        long now = clock.millis();
        Kept known = kept.get(key);
        // A clock that was set back must not prolong anything.
        if (known != null && now < known.until() && known.until() - now <= MILLIS) {
            return known.rows();
        }
        // Counted from before the reading: it may have waited.
        Kept fresh = new Kept(reading.get(), now + MILLIS);
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            if (kept.size() >= MOST) {
                kept.values().removeIf(old -> old.until() <= now);
            }
            if (kept.size() < MOST) {
                kept.put(key, fresh);
            }
        }
        return fresh.rows();
    }

    void forget(SetKey key) {
        kept.remove(key);
    }

    void forgetAll() {
        kept.clear();
    }
}
