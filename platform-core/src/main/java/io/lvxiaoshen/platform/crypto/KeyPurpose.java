package io.lvxiaoshen.platform.crypto;

/** What a key is for. Each purpose has keys of its own, so that what one protects never opens another. */
public enum KeyPurpose {
    /** Names, numbers and addresses of people. */
    PERSONAL_DATA(Kind.CIPHER),

    /** What proves who one is, here or to other systems: seeds of one-time passwords, access keys. */
    SECRET(Kind.CIPHER),

    /** Finding an encrypted value by its equal. */
    LOOKUP(Kind.MAC),

    /** Roles, grants and the organisation: who may do what. */
    ACCESS_CONTROL(Kind.MAC),

    /** Entries of the audit log until they have their place in the tree. */
    AUDIT_ENTRY(Kind.MAC),

    /** Heads of the audit log's tree. */
    AUDIT_HEAD(Kind.SIGNATURE),

    /** Finished log files of the server. */
    LOG_FILE(Kind.SIGNATURE);

    /** Which algorithm a key serves. */
    public enum Kind {
        /** SM4-GCM, 16 bytes. */
        CIPHER,

        /** HMAC-SM3, 32 bytes. */
        MAC,

        /** SM2. */
        SIGNATURE
    }

    private final Kind kind;

    KeyPurpose(Kind kind) {
        this.kind = kind;
    }

    /** Returns which algorithm its keys serve. */
    public Kind kind() {
        return kind;
    }

    void require(Kind wanted) {
        if (kind != wanted) {
            throw new IllegalArgumentException(this + " is for " + kind + ", not for " + wanted);
        }
    }
}
