package io.lvxiaoshen.platform.permission;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A kind of object that permissions are about, offered as a bean by the module that keeps such objects. Thread-safe. */
public interface ObjectType {

    /** Returns its name, such as {@code knowledge-base}: lower case, hyphens between words. */
    String name();

    /** Returns what people call it, in Chinese. */
    String label();

    /** Returns whether somebody who has no right to an object may not even learn that it exists. */
    boolean secret();

    /**
     * Returns an object as permissions see it. A part of a greater object may be given as that object: the rights to the
     * whole are then those to the part.
     */
    Optional<ObjectRef> find(UUID id);

    /** Returns the objects that are covered. */
    Set<UUID> covered(Coverage coverage);
}
