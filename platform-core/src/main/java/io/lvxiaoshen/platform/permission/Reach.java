package io.lvxiaoshen.platform.permission;

import java.util.Set;
import java.util.UUID;

/**
 * Where an account stands in the organisation.
 *
 * @param memberOf its own unit and every unit above: what is granted to one of them is granted to the account
 * @param division the units whose objects the scope {@link DataScope#UNIT} takes in
 * @param district the units whose objects the scope {@link DataScope#DISTRICT} takes in
 */
public record Reach(Set<UUID> memberOf, Set<UUID> division, Set<UUID> district) {
    /** An account that belongs to no unit. */
    public static final Reach NONE = new Reach(Set.of(), Set.of(), Set.of());

    public Reach {
        memberOf = Set.copyOf(memberOf);
        division = Set.copyOf(division);
        district = Set.copyOf(district);
    }
}
