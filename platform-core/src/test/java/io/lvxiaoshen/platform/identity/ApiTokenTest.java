package io.lvxiaoshen.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.platform.identity.Visitor.Answer;
import io.lvxiaoshen.platform.permission.BuiltInRoles;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IdentityTest
class ApiTokenTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BuiltInRoles roles;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    private final HttpClient program = HttpClient.newHttpClient();
    private Visitor admin;

    @BeforeEach
    void signIn() throws Exception {
        admin = Visitor.administrator(port);
    }

    @Test
    void letsAProgramReadWhatItsScopeNamesAndNothingElse() throws Exception {
        String secret = secret(token(admin, "units:read"));
        assertThat(secret).startsWith("lxs_");
        assertThat(call("GET", "/api/units", secret).statusCode()).isEqualTo(200);
        assertThat(call("POST", "/api/units", secret).body()).contains("token-scope-missing");
        assertThat(call("GET", "/api/people", secret).body()).contains("token-scope-missing");
    }

    @Test
    void needsNoTokenAgainstForgeryToWrite() throws Exception {
        String secret = secret(token(admin, "units:write"));
        assertThat(call("POST", "/api/units", secret).body()).contains("invalid-request");
        assertThat(call("GET", "/api/units", secret).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/tokens",
        "GET, /api/tokens",
        "POST, /api/session",
        "GET, /api/session",
        "POST, /api/session/step-up",
        "PUT, /api/account/password",
        "POST, /api/account/second-factor",
        "GET, /actuator/metrics"
    })
    void neverReachesWhatProvesAnIdentity(String method, String path) throws Exception {
        assertThat(call(method, path, secret(token(admin, "*:write"))).body()).contains("token-scope-missing");
    }

    @Test
    void neverCountsAsAFreshProofEvenWithASessionBesideIt() throws Exception {
        String secret = secret(token(admin, "*:write"));
        String self = admin.get("/api/session").body().get("user").get("id").asString();
        HttpRequest request = HttpRequest.newBuilder(admin.uri("/api/people/" + self + "/personal-data"))
                .header("Authorization", "Bearer " + secret)
                .header("Cookie", "SESSION=" + admin.cookie("SESSION"))
                .build();
        assertThat(program.send(request, BodyHandlers.ofString()).body()).contains("step-up-required");
    }

    @Test
    void doesNotFallBackOnTheSessionBesideABadOne() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(admin.uri("/api/units"))
                .header("Authorization", "Bearer lxs_nonsense")
                .header("Cookie", "SESSION=" + admin.cookie("SESSION"))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        assertThat(program.send(request, BodyHandlers.ofString()).body()).contains("token-invalid");
    }

    @Test
    void givesNoMoreThanTheAccountHas() throws Exception {
        Visitor.Person person = Visitor.newPerson(port);
        Visitor visitor = Visitor.signedIn(port, person.username(), person.password());
        assertThat(call("GET", "/api/people", secret(token(visitor, "*:write"))).statusCode())
                .isEqualTo(403);
    }

    @Test
    void endsWhenItExpiresOrIsRevokedOrItsAccountIsDisabled() throws Exception {
        Visitor.Person person = Visitor.newPerson(port);
        transactions.executeWithoutResult(status -> roles.give(UUID.fromString(person.id()), "ADMINISTRATOR"));
        Visitor visitor = Visitor.signedIn(port, person.username(), person.password());

        Answer revoked = token(visitor, "units:read");
        assertThat(call("GET", "/api/units", secret(revoked)).statusCode()).isEqualTo(200);
        assertThat(admin.delete("/api/tokens/" + id(revoked)).status())
                .as("of someone else")
                .isEqualTo(404);
        visitor.expect(204, visitor.delete("/api/tokens/" + id(revoked)));
        assertThat(call("GET", "/api/units", secret(revoked)).statusCode()).isEqualTo(401);

        Answer disabled = token(visitor, "units:read");
        admin.put("/api/people/" + person.id() + "/enabled", Map.of("enabled", false));
        assertThat(call("GET", "/api/units", secret(disabled)).statusCode()).isEqualTo(401);
        admin.put("/api/people/" + person.id() + "/enabled", Map.of("enabled", true));
        assertThat(call("GET", "/api/units", secret(disabled)).statusCode()).isEqualTo(200);
        admin.post("/api/people/" + person.id() + "/password", Map.of());
        assertThat(call("GET", "/api/units", secret(disabled)).statusCode()).isEqualTo(401);

        Answer expired = token(admin, "units:read");
        clock.forward(Duration.ofDays(2));
        assertThat(call("GET", "/api/units", secret(expired)).statusCode()).isEqualTo(401);
    }

    @Test
    void isKeptAsADigestAlone() throws Exception {
        Answer created = token(admin, "units:read");
        String row = jdbc.sql("select token::text from platform.api_token token where id = ?::uuid")
                .param(id(created))
                .query(String.class)
                .single();
        String secret = secret(created);
        assertThat(row)
                .doesNotContain(secret)
                .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
        assertThat(admin.get("/api/tokens?limit=200").body().toString())
                .contains(id(created))
                .doesNotContain(secret);
    }

    @Test
    void showsWhenItWasLastUsed() throws Exception {
        Answer created = token(admin, "units:read");
        assertThat(lastUsed(created)).isEmpty();
        call("GET", "/api/units", secret(created));
        assertThat(lastUsed(created).orElseThrow()).isBetween(clock.instant().minusSeconds(60), clock.instant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"units", "units:all", "tokens:read", "session:write", "account:read", "", "Units:read"})
    void takesNoScopeThatIsNone(String scope) throws Exception {
        assertThat(token(admin, scope).code()).isEqualTo("token-scope");
    }

    @Test
    void alwaysExpiresWithinAYear() throws Exception {
        assertThat(create(admin, "units:read", clock.instant().minusSeconds(1)).code())
                .isEqualTo("token-expiry");
        assertThat(create(admin, "units:read", clock.instant().plus(Duration.ofDays(400)))
                        .code())
                .isEqualTo("token-expiry");
        assertThat(admin.post("/api/tokens", Map.of("name", "x", "scopes", List.of("units:read")))
                        .status())
                .isEqualTo(400);
    }

    private Answer token(Visitor owner, String scope) throws Exception {
        return create(owner, scope, clock.instant().plus(Duration.ofDays(1)));
    }

    private static Answer create(Visitor owner, String scope, Instant expiresAt) throws Exception {
        return owner.post(
                "/api/tokens", Map.of("name", "程序", "scopes", List.of(scope), "expiresAt", expiresAt.toString()));
    }

    private static String secret(Answer created) {
        return created.body().get("secret").asString();
    }

    private static String id(Answer created) {
        return created.body().get("token").get("id").asString();
    }

    private Optional<Instant> lastUsed(Answer created) {
        return jdbc.sql("select last_used from platform.api_token where id = ?::uuid and last_used is not null")
                .param(id(created))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private HttpResponse<String> call(String method, String path, String secret) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(admin.uri(path))
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : "{}"))
                .build();
        return program.send(request, BodyHandlers.ofString());
    }
}
