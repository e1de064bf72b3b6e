package io.lvxiaoshen.platform.permission;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Objects for tests. */
final class Things implements ObjectType {
    static final String TYPE = "thing";

    private final Map<UUID, ObjectRef> things = new ConcurrentHashMap<>();

    ObjectRef ownedBy(UUID owner) {
        return add(new ObjectRef(TYPE, UUID.randomUUID(), owner, null));
    }

    ObjectRef in(UUID unit) {
        return add(new ObjectRef(TYPE, UUID.randomUUID(), null, unit));
    }

    private ObjectRef add(ObjectRef thing) {
        things.put(thing.id(), thing);
        return thing;
    }

    @Override
    public String name() {
        return TYPE;
    }

    @Override
    public String label() {
        return "物品";
    }

    @Override
    public boolean secret() {
        return true;
    }

    @Override
    public Optional<ObjectRef> find(UUID id) {
        return Optional.ofNullable(things.get(id));
    }

    @Override
    public Set<UUID> covered(Coverage coverage) {
        return things.values().stream()
                .filter(coverage::covers)
                .map(ObjectRef::id)
                .collect(Collectors.toSet());
    }
}
