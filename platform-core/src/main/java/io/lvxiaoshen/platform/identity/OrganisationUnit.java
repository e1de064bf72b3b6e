package io.lvxiaoshen.platform.identity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the organisation.
 *
 * @param parent what it stands below; null for the root
 * @param code its number in the bureau's books, unique
 * @param ordinal place among its siblings, the smallest first
 * @param path ids from the root down to this one, each followed by a slash
 */
record OrganisationUnit(
        UUID id,
        @Nullable UUID parent,
        UnitKind kind,
        String name,
        String code,
        int ordinal,
        @JsonIgnore String path) {

    byte[] digest() {
        return new StateDigest("unit")
                .with("parent", parent)
                .with("kind", kind)
                .with("name", name)
                .with("code", code)
                .with("ordinal", ordinal)
                .with("path", path)
                .finish();
    }
}
