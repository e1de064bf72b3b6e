package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.ProblemException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The types of objects that the modules offer. */
@Component
class ObjectTypes {
    /** Asked for when they are needed: their beans may themselves depend on permissions. */
    private final ObjectProvider<ObjectType> offered;

    ObjectTypes(ObjectProvider<ObjectType> offered) {
        this.offered = offered;
    }

    /**
     * Returns a type.
     *
     * @throws IllegalArgumentException if no module offers it
     */
    ObjectType get(String name) {
        return offered.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no module offers objects of type " + name));
    }

    /** Returns whether there is such a type. */
    boolean has(String name) {
        return offered.stream().anyMatch(type -> type.name().equals(name));
    }

    ProblemException missing(String name) {
        return ProblemException.notFound(get(name).label());
    }
}
