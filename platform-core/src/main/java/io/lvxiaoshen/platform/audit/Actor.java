package io.lvxiaoshen.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param accountId whose account; null where nobody is signed in
 * @param name the account's name; for the system itself {@code system}, for nobody {@code anonymous}
 * @param address network address of the request; null outside of one
 */
public record Actor(
        @Nullable UUID accountId, String name, @Nullable String address) {
    /** The application, on its own account. */
    public static final Actor SYSTEM = new Actor(null, "system", null);

    public Actor {
        name = AuditEvent.plain(name);
    }
}
