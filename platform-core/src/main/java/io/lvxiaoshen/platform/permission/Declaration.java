package io.lvxiaoshen.platform.permission;

/**
 * What an endpoint declares that it needs.
 *
 * @param kind in principle
 * @param permission name of the permission; empty but for {@link Kind#PERMISSION}
 * @param objectType type of the object that the path names; empty if it names none
 * @param idVariable path variable that holds the object's id
 * @param lists whether the permission on any single object suffices
 * @param reason why it is open; empty but for {@link Kind#OPEN}
 */
public record Declaration(
        Kind kind, String permission, String objectType, String idVariable, boolean lists, String reason) {

    /** What an endpoint needs in principle. */
    public enum Kind {
        /** Nothing. */
        OPEN,
        /** Somebody who is signed in. */
        SIGNED_IN,
        /** A permission. */
        PERMISSION,
        /** Nobody said; it is refused to everyone. */
        NONE
    }

    static final Declaration SIGNED_IN = new Declaration(Kind.SIGNED_IN, "", "", "", false, "");
    static final Declaration NONE = new Declaration(Kind.NONE, "", "", "", false, "");

    static Declaration open(String reason) {
        return new Declaration(Kind.OPEN, "", "", "", false, reason);
    }

    static Declaration permission(String name) {
        return new Declaration(Kind.PERMISSION, name, "", "", false, "");
    }

    static Declaration of(Requires requires) {
        return new Declaration(Kind.PERMISSION, requires.value(), requires.of(), requires.id(), requires.lists(), "");
    }
}
