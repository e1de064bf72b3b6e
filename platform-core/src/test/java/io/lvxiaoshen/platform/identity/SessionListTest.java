package io.lvxiaoshen.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.platform.identity.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@IdentityTest
class SessionListTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Visitor.Person person;
    private Visitor visitor;

    @BeforeEach
    void signIn() throws Exception {
        person = Visitor.newPerson(port);
        Visitor admin = Visitor.administrator(port);
        admin.delete("/api/people/" + person.id() + "/sessions");
        visitor = signedIn();
    }

    @Test
    void showsWhereOneIsSignedInWithoutTheSessionsSecret() throws Exception {
        Visitor other = signedIn();
        JsonNode sessions = visitor.get("/api/account/sessions").body();
        assertThat(sessions).hasSize(2);
        assertThat(sessions.get(0).get("current").asBoolean()).isFalse();
        assertThat(sessions.get(1).get("current").asBoolean()).isTrue();
        assertThat(sessions.get(1).get("means").asString()).isEqualTo("PASSWORD");
        assertThat(sessions.get(1).get("address").asString()).isNotEmpty();
        assertThat(sessions.toString()).doesNotContain(sessionId(visitor), sessionId(other));
    }

    @Test
    void endsOneOrAllOfOnesOwn() throws Exception {
        Visitor second = signedIn();
        Visitor third = signedIn();
        String newest =
                visitor.get("/api/account/sessions").body().get(0).get("id").asString();
        visitor.expect(204, visitor.delete("/api/account/sessions/" + newest));
        assertThat(third.isSignedIn()).isFalse();
        assertThat(second.isSignedIn()).isTrue();
        visitor.expect(204, visitor.delete("/api/account/sessions"));
        assertThat(second.isSignedIn()).isFalse();
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    void endsNobodyElses() throws Exception {
        Visitor admin = Visitor.administrator(port);
        String adminSession =
                admin.get("/api/account/sessions").body().get(0).get("id").asString();
        assertThat(visitor.delete("/api/account/sessions/" + adminSession).status())
                .isEqualTo(404);
        assertThat(visitor.delete("/api/people/" + UUID.randomUUID() + "/sessions")
                        .status())
                .isEqualTo(403);
        assertThat(admin.isSignedIn()).isTrue();
    }

    @Test
    void letsAnAdministratorSeeAndEndThem() throws Exception {
        Visitor admin = Visitor.administrator(port);
        JsonNode sessions =
                admin.get("/api/people/" + person.id() + "/sessions").body();
        assertThat(sessions).hasSize(1);
        admin.expect(
                204,
                admin.delete("/api/people/" + person.id() + "/sessions/"
                        + sessions.get(0).get("id").asString()));
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(jdbc.sql(
                                "select count(*) from platform.audit_entry where action = 'session.end' and actor = 'admin'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void letsTheOldestGiveWay() throws Exception {
        List<Visitor> visitors = new ArrayList<>(List.of(visitor));
        for (int i = 0; i < 4; i++) {
            visitors.add(signedIn());
        }
        assertThat(visitors.get(0).isSignedIn()).isFalse();
        for (Visitor younger : visitors.subList(1, 5)) {
            assertThat(younger.isSignedIn()).isTrue();
        }
    }

    @Test
    void endAfterTwelveHoursHoweverBusy() throws Exception {
        clock.forward(Duration.ofHours(11));
        assertThat(visitor.isSignedIn()).isTrue();
        clock.forward(Duration.ofMinutes(61));
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(visitor.get("/api/account/sessions").status()).isEqualTo(401);
    }

    @Test
    void endAfterTwoHoursOfSilence() throws Exception {
        assertThat(silentFor(Duration.ofMinutes(119))).isTrue();
        assertThat(silentFor(Duration.ofMinutes(121))).isFalse();
    }

    @Test
    void begunBeforeSignInGetAnotherId() throws Exception {
        Visitor planted = new Visitor(port);
        planted.signIn(person.username(), person.password());
        String before = planted.cookie("SESSION");
        planted.signIn(person.username(), person.password());
        assertThat(planted.cookie("SESSION")).isNotEqualTo(before);
        assertThat(jdbc.sql("select count(*) from platform.http_session where session_id = ?")
                        .param(new String(Base64.getDecoder().decode(before), StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void proveIdentityAgainForWhatMatters() throws Exception {
        assertThat(visitor.post("/api/account/second-factor", Map.of()).status())
                .as("fresh from signing in")
                .isEqualTo(201);
        clock.forward(Duration.ofMinutes(11));
        assertThat(visitor.post("/api/account/second-factor", Map.of()).code()).isEqualTo("step-up-required");
        assertThat(stepUp(Map.of("password", "wrong")).status()).isEqualTo(401);
        assertThat(stepUp(Map.of()).code()).isEqualTo("proof-missing");
        assertThat(visitor.post("/api/account/second-factor", Map.of()).code()).isEqualTo("step-up-required");
        assertThat(stepUp(Map.of("password", person.password())).status()).isEqualTo(204);
        assertThat(visitor.post("/api/account/second-factor", Map.of()).status())
                .isEqualTo(201);
        assertThat(new Visitor(port)
                        .post("/api/session/step-up", Map.of("password", person.password()))
                        .status())
                .isEqualTo(401);
    }

    private Answer stepUp(Map<String, String> proof) throws Exception {
        return visitor.post("/api/session/step-up", proof);
    }

    private Visitor signedIn() throws Exception {
        return Visitor.signedIn(port, person.username(), person.password());
    }

    private boolean silentFor(Duration time) throws Exception {
        long seen = System.currentTimeMillis() - time.toMillis();
        jdbc.sql("""
                update platform.http_session
                set last_access_time = :seen, expiry_time = :seen + max_inactive_interval * 1000 where session_id = :id
                """).param("seen", seen).param("id", sessionId(visitor)).update();
        return visitor.isSignedIn();
    }

    private static String sessionId(Visitor visitor) {
        return new String(Base64.getDecoder().decode(visitor.cookie("SESSION")), StandardCharsets.UTF_8);
    }
}
