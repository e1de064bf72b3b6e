package io.lvxiaoshen.platform.permission;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On which objects of a type an account holds a permission, for queries that list them: an object is covered if any part
 * of this names it.
 *
 * @param all every object; the other parts then say nothing
 * @param owner objects that this account owns; null: none on that ground
 * @param units objects of these organisation units
 * @param objects these single objects
 */
public record Coverage(boolean all, @Nullable UUID owner, Set<UUID> units, Set<UUID> objects) {
    /** No object at all. */
    public static final Coverage NONE = new Coverage(false, null, Set.of(), Set.of());

    public Coverage {
        units = Set.copyOf(units);
        objects = Set.copyOf(objects);
    }

    /** Returns whether nothing is covered. */
    public boolean isEmpty() {
        return !all && owner == null && units.isEmpty() && objects.isEmpty();
    }

    boolean covers(ObjectRef object) {
        return all
                || (owner != null && owner.equals(object.owner()))
                || (object.unit() != null && units.contains(object.unit()))
                || objects.contains(object.id());
    }
}
