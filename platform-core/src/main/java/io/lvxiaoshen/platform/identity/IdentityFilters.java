package io.lvxiaoshen.platform.identity;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Puts the filters of sessions and tokens where they belong in the chain. */
@Component
class IdentityFilters extends AbstractHttpConfigurer<IdentityFilters, HttpSecurity> {
    private final IdentityProperties properties;
    private final ApiTokens tokens;
    private final Accounts accounts;
    private final Clock clock;
    private final HandlerExceptionResolver resolver;

    IdentityFilters(
            IdentityProperties properties,
            ApiTokens tokens,
            Accounts accounts,
            Clock clock,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.properties = properties;
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
        this.resolver = resolver;
    }

    /** No other site can make a browser show a token: the token against forgery has nothing to add. */
    @Override
    public void init(HttpSecurity http) {
        http.csrf(csrf -> csrf.ignoringRequestMatchers(ApiTokenFilter::showsToken));
    }

    @Override
    public void configure(HttpSecurity http) {
        http.addFilterBefore(
                new SessionGuard(properties.sessionAbsolute(), clock, resolver), AnonymousAuthenticationFilter.class);
        http.addFilterBefore(new ApiTokenFilter(tokens, accounts, resolver), AnonymousAuthenticationFilter.class);
    }
}
