package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.audit.AuditLog;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;

/**
 * Signing in through the unified authentication centre: authorization code with PKCE, state and nonce. Of the two addresses
 * that it takes, one sends the browser there and the other is where it comes back to.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
        prefix = "lvxiaoshen.platform.identity.centre",
        name = {"issuer", "client-id", "client-secret"})
@EnableConfigurationProperties(CentreProperties.class)
class CentreConfiguration {
    private static final String REGISTRATION = "centre";
    private static final String THERE = "/oauth2/authorization/";
    private static final String BACK = "/login/oauth2/code/";

    @Bean
    SignInWays.Centre centre() {
        return new SignInWays.Centre(THERE + REGISTRATION);
    }

    @Bean
    CentreAccounts centreAccounts(
            Accounts accounts, People people, JdbcClient jdbc, AuditLog audit, CentreProperties properties) {
        return new CentreAccounts(accounts, people, jdbc, audit, properties);
    }

    @Bean
    CentreSignIn centreSignIn(CentreAccounts accounts, SignInAttempts attempts, SessionStart start) {
        return new CentreSignIn(accounts, attempts, start);
    }

    /** The centre is asked for its addresses when someone first signs in: this application starts without it. */
    @Bean
    ClientRegistrationRepository clientRegistrationRepository(CentreProperties properties) {
        return new SupplierClientRegistrationRepository(() ->
                new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(properties.issuer())
                        .registrationId(REGISTRATION)
                        .clientId(properties.clientId())
                        .clientSecret(properties.clientSecret())
                        .userNameAttributeName("sub")
                        .scope("openid", "profile")
                        .build()));
    }

    @Bean
    @Order(1)
    SecurityFilterChain centreFilterChain(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            CentreSignIn signIn,
            ProblemEntryPoint problems) {
        return http.securityMatcher(THERE + REGISTRATION, BACK + REGISTRATION)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                // The handler begins another session itself. A new id for the old one would come in its way: the old
                // one
                // would then be ended under an id that it does not have in the database yet, and live on.
                .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.none()))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .oauth2Login(login -> login.clientRegistrationRepository(registrations)
                        .authorizedClientRepository(new ForgottenClients())
                        // The session is begun by the handler, with the account and not with what the centre said.
                        .securityContextRepository(new NullSecurityContextRepository())
                        .loginPage(CentreSignIn.SIGN_IN_PAGE)
                        .successHandler(signIn)
                        .failureHandler(signIn))
                .build();
    }
}
