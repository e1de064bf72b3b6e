package io.lvxiaoshen.platform.permission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An object as far as permissions need to know it.
 *
 * @param type name of its {@link ObjectType}
 * @param id the object
 * @param owner the account that owns it; null where nobody does
 * @param unit the organisation unit that it belongs to; null where it belongs to none
 */
public record ObjectRef(
        String type,
        UUID id,
        @Nullable UUID owner,
        @Nullable UUID unit) {}
