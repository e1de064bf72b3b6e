package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.Caller;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A program that acts for an account. */
final class ApiTokenAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final Caller caller;
    private final UUID token;

    ApiTokenAuthentication(Caller caller, UUID token) {
        super(caller.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList());
        this.caller = caller;
        this.token = token;
        setAuthenticated(true);
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiTokenAuthentication that && that.token.equals(token) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), token);
    }
}
