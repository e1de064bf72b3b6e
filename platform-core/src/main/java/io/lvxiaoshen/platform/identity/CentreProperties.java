package io.lvxiaoshen.platform.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The unified authentication centre (OpenID Connect); signing in through it is offered once issuer, id and secret are set.
 *
 * @param issuer the centre's address, below which {@code .well-known/openid-configuration} is
 * @param clientId what this application is called there
 * @param clientSecret what it proves that with
 * @param usernameClaim claim that holds the name by which an account here is found the first time; afterwards the centre's
 *     own number of the person ({@code sub}) counts
 * @param createAccounts whether people whom the centre knows and this application does not get an account, without roles
 */
@ConfigurationProperties("lvxiaoshen.platform.identity.centre")
record CentreProperties(
        String issuer,
        String clientId,
        String clientSecret,
        @DefaultValue("preferred_username") String usernameClaim,
        @DefaultValue("false") boolean createAccounts) {}
