package io.lvxiaoshen.platform.permission;

/** Rows that say who may do what are not as this application left them. */
final class TamperedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient SetKey key;

    /** Creates the exception; {@code finding} says what is wrong with the set {@code key} or with the list it stands in. */
    TamperedException(SetKey key, String finding) {
        super(key + ": " + finding);
        this.key = key;
    }

    SetKey key() {
        return key;
    }
}
