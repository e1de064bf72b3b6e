package io.lvxiaoshen.platform.permission;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An organisation for tests. */
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
