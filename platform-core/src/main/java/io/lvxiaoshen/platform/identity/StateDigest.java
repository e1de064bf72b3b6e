package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.crypto.Sm3;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The SM3 digest of an object's state, for the audit log. The parts are told apart by their lengths, so that two states
 * never read the same. An instance is for one state.
 */
final class StateDigest {
    private final Sm3 sm3 = new Sm3();

    StateDigest(String kind) {
        add(kind);
    }

    /** Adds a part; never a secret in the clear. */
    StateDigest with(String name, @Nullable Object value) {
        add(name);
        add(value == null ? "" : "=" + value);
        return this;
    }

    byte[] finish() {
        return sm3.finish();
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] length = (bytes.length + ":").getBytes(StandardCharsets.US_ASCII);
        sm3.update(length, 0, length.length);
        sm3.update(bytes, 0, bytes.length);
    }
}
