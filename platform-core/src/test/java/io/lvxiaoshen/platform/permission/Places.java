package io.lvxiaoshen.platform.permission;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;

/** An organisation for tests, asked in place of the real one. */
@Primary
final class Places implements Membership {
    private final Map<UUID, Reach> places = new ConcurrentHashMap<>();

    void put(UUID accountId, Reach reach) {
        places.put(accountId, reach);
    }

    @Override
    public Reach of(UUID accountId) {
        return places.getOrDefault(accountId, Reach.NONE);
    }
}
