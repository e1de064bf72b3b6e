package io.lvxiaoshen.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.lvxiaoshen.platform.PlatformTestApplication;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = PlatformTestApplication.class,
        properties = {
            "lvxiaoshen.platform.data=target/test-data/${random.uuid}",
            "lvxiaoshen.platform.administrator-password=" + Visitor.PASSWORD,
            "lvxiaoshen.platform.identity.centre.client-id=" + OidcServer.CLIENT,
            "lvxiaoshen.platform.identity.centre.client-secret=" + OidcServer.SECRET
        })
class CentreTest {
    private static final OidcServer CENTRE = started();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Visitor.Person person;
    private Visitor visitor;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("lvxiaoshen.platform.identity.centre.issuer", CENTRE::issuer);
    }

    private static OidcServer started() {
        try {
            return new OidcServer();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        CENTRE.close();
    }

    @BeforeEach
    void person() throws Exception {
        person = Visitor.newPerson(port);
        visitor = new Visitor(port);
        CENTRE.person(UUID.randomUUID().toString(), person.username());
    }

    @Test
    void signsInWhomTheCentreVouchesFor() throws Exception {
        assertThat(visitor.get("/api/session/ways").body().get("centre").asString())
                .isEqualTo("/oauth2/authorization/centre");
        assertThat(signIn()).isEqualTo("/");
        assertThat(visitor.get("/api/session")
                        .body()
                        .get("user")
                        .get("username")
                        .asString())
                .isEqualTo(person.username());
        assertThat(visitor.get("/api/account/sessions")
                        .body()
                        .get(0)
                        .get("means")
                        .asString())
                .isEqualTo("CENTRE");
        assertThat(jdbc.sql(
                                "select count(*) from platform.audit_entry where object_id = ? and details::text like '%CENTRE%'")
                        .param(person.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    static Stream<Arguments> misbehaviours() {
        UnaryOperator<JWTClaimsSet.Builder> wrongNonce = claims -> claims.claim("nonce", "another");
        UnaryOperator<JWTClaimsSet.Builder> noNonce = claims -> claims.claim("nonce", null);
        UnaryOperator<JWTClaimsSet.Builder> wrongAudience = claims -> claims.audience("someone else");
        UnaryOperator<JWTClaimsSet.Builder> wrongIssuer = claims -> claims.issuer("http://localhost:1");
        UnaryOperator<JWTClaimsSet.Builder> expired =
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600)));
        return Stream.of(
                Arguments.of("a wrong nonce", wrongNonce),
                Arguments.of("no nonce", noNonce),
                Arguments.of("a wrong audience", wrongAudience),
                Arguments.of("a wrong issuer", wrongIssuer),
                Arguments.of("an expired token", expired));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misbehaviours")
    void refusesATokenThatIsNotForThisSignIn(String name, UnaryOperator<JWTClaimsSet.Builder> misbehaviour)
            throws Exception {
        CENTRE.misbehave(misbehaviour);
        assertThat(signIn()).isEqualTo("/sign-in?problem=centre-refused");
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void refusesATokenThatIsSignedWithAnUnknownKey() throws Exception {
        CENTRE.signWithUnknownKey();
        assertThat(signIn()).isEqualTo("/sign-in?problem=centre-refused");
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void refusesAnAnswerThatThisBrowserDidNotAskFor() throws Exception {
        URI back = URI.create(location(visitor.open(centre())));
        Visitor victim = new Visitor(port);
        assertThat(location(victim.open(back))).endsWith("/sign-in?problem=centre-refused");
        assertThat(victim.isSignedIn()).isFalse();
    }

    @Test
    void makesNoAccounts() throws Exception {
        CENTRE.person("someone new", "newcomer");
        assertThat(signIn()).isEqualTo("/sign-in?problem=centre-unknown-person");
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(jdbc.sql("select count(*) from platform.account where username = 'newcomer'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void letsNobodyInWhoseAccountIsDisabled() throws Exception {
        Visitor.administrator(port).put("/api/people/" + person.id() + "/enabled", Map.of("enabled", false));
        assertThat(signIn()).isEqualTo("/sign-in?problem=account-disabled");
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void opensNothingForTheNextHolderOfAName() throws Exception {
        signIn();
        visitor = new Visitor(port);
        CENTRE.person("the next holder", person.username());
        assertThat(signIn()).isEqualTo("/sign-in?problem=centre-unknown-person");
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void knowsAPersonWhoseNameHasChangedThere() throws Exception {
        CENTRE.person("a constant number", person.username());
        signIn();
        visitor = new Visitor(port);
        CENTRE.person("a constant number", "married");
        assertThat(signIn()).isEqualTo("/");
        assertThat(visitor.get("/api/session")
                        .body()
                        .get("user")
                        .get("username")
                        .asString())
                .isEqualTo(person.username());
    }

    @Test
    void givesTheSessionAnotherIdThanTheBrowserCameWith() throws Exception {
        URI centre = centre();
        String before = visitor.cookie("SESSION");
        HttpResponse<String> end = visitor.open(URI.create(location(visitor.open(centre))));
        assertThat(location(end)).endsWith("/");
        assertThat(before).isNotEmpty();
        assertThat(visitor.cookie("SESSION")).isNotEmpty().isNotEqualTo(before);
        assertThat(jdbc.sql("select count(*) from platform.http_session where session_id = ?")
                        .param(new String(Base64.getDecoder().decode(before), StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Goes to the centre and back; returns where the browser ends. */
    private String signIn() throws Exception {
        HttpResponse<String> end = visitor.open(URI.create(location(visitor.open(centre()))));
        return location(end).replace("http://localhost:" + port, "");
    }

    private URI centre() throws Exception {
        return URI.create(location(visitor.open(visitor.uri("/oauth2/authorization/centre"))));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow(() -> new AssertionError(response.body()));
    }
}
