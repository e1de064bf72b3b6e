package io.lvxiaoshen.platform;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;

/**
 * The signed-in person on whose behalf a request runs. Web endpoints take it as a parameter annotated with
 * {@code @AuthenticationPrincipal}.
 *
 * @param accountId the person's account
 * @param username what the person signs in with
 * @param displayName what others see
 * @param roles names of the roles held, such as {@code ADMINISTRATOR}
 */
public record Caller(UUID accountId, String username, String displayName, Set<String> roles)
        implements Principal, Serializable {
    public Caller {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return username;
    }
}
