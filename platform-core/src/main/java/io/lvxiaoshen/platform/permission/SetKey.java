package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.crypto.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Names a set of rows that is sealed as one.
 *
 * @param kind what the rows say
 * @param id of what: a UUID, for objects after their type and a slash
 */
record SetKey(Kind kind, String id) {
    /** How many parts the list of sets has: small enough to read one, large enough that few changes meet. */
    static final int PARTS = 256;

    enum Kind {
        /** A role with its permissions. */
        ROLE,
        /** The roles of an account. */
        ACCOUNT,
        /** The grants on an object. */
        OBJECT,
        /** A part of the list of sets; itself no set. */
        PART
    }

    static SetKey role(UUID id) {
        return new SetKey(Kind.ROLE, id.toString());
    }

    static SetKey account(UUID id) {
        return new SetKey(Kind.ACCOUNT, id.toString());
    }

    static SetKey object(String type, UUID id) {
        return new SetKey(Kind.OBJECT, type + "/" + id);
    }

    static SetKey ofPart(int part) {
        return new SetKey(Kind.PART, Integer.toString(part));
    }

    /** Returns in which part of the list it stands, 0 to 255. */
    int part() {
        return kind == Kind.PART
                ? Integer.parseInt(id)
                : Sm3.digest(toString().getBytes(StandardCharsets.UTF_8))[0] & 0xff;
    }

    /**
     * Returns the UUID in the id.
     *
     * @throws TamperedException if there is none: this application lists no such set
     */
    UUID uuid() {
        try {
            return UUID.fromString(id.substring(id.indexOf('/') + 1));
        } catch (IllegalArgumentException e) {
            throw new TamperedException(this, "listed under a name that is none");
        }
    }

    /** Returns the type of the object. */
    String objectType() {
        return id.substring(0, Math.max(0, id.indexOf('/')));
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
