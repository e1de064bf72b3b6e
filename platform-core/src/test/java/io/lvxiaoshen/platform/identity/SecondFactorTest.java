package io.lvxiaoshen.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.platform.identity.Visitor.Answer;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityTest
class SecondFactorTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    SecondFactor secondFactor;

    private Visitor.Person person;
    private byte[] secret;
    private List<String> recoveryCodes;

    /** Every test has a person with a second factor, at a time whose code was not used yet. */
    @BeforeEach
    void enrol() throws Exception {
        person = Visitor.newPerson(port);
        Visitor visitor = Visitor.signedIn(port, person.username(), person.password());
        Answer enrolment = visitor.expect(201, visitor.post("/api/account/second-factor", Map.of()));
        String text = enrolment.body().get("secret").asString();
        assertThat(enrolment.body().get("uri").asString())
                .startsWith("otpauth://totp/")
                .contains("secret=" + text);
        secret = Base32.decode(text);
        Answer confirmed = visitor.expect(200, visitor.put("/api/account/second-factor", Map.of("code", code())));
        recoveryCodes = StreamSupport.stream(
                        confirmed.body().get("recoveryCodes").spliterator(), false)
                .map(code -> code.asString())
                .toList();
        nextStep();
    }

    @Test
    void signsNobodyInBeforeTheSecondStep() throws Exception {
        Visitor visitor = new Visitor(port);
        Answer first = visitor.signIn(person.username(), person.password());
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().toString()).isEqualTo("{\"secondFactor\":\"totp\"}");
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(visitor.get("/api/account/sessions").status()).isEqualTo(401);
        assertThat(secondStep(visitor, code())
                        .body()
                        .get("user")
                        .get("username")
                        .asString())
                .isEqualTo(person.username());
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    void takesNoCodeWithoutThePasswordBefore() throws Exception {
        assertThat(secondStep(new Visitor(port), code()).code()).isEqualTo("second-factor-expired");
        Visitor late = pending();
        clock.forward(Duration.ofMinutes(6));
        assertThat(secondStep(late, code()).code()).isEqualTo("second-factor-expired");
    }

    @Test
    void takesEachCodeOnce() throws Exception {
        String code = code();
        assertThat(secondStep(pending(), code).status()).isEqualTo(200);
        assertThat(secondStep(pending(), code).code()).isEqualTo("second-factor-refused");
        nextStep();
        assertThat(secondStep(pending(), code()).status()).isEqualTo(200);
    }

    @Test
    void takesACodeOnceEvenOfManyRequestsAtOnce() throws Exception {
        String code = code();
        UUID id = UUID.fromString(person.id());
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> use = () -> secondFactor.use(id, code);
            long taken = many.invokeAll(Collections.nCopies(24, use)).stream()
                    .filter(SecondFactorTest::taken)
                    .count();
            assertThat(taken).isEqualTo(1);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void allowsOneStepOfDriftAndNoMore() throws Exception {
        long now = Totp.step(clock.instant());
        // The step before the last was used for the confirmation, or is older than it.
        assertThat(secondStep(pending(), code(now + 2)).status()).isEqualTo(401);
        assertThat(secondStep(pending(), code(now + 1)).status()).isEqualTo(200);
        assertThat(secondStep(pending(), code(now)).status())
                .as("an earlier one after a later one")
                .isEqualTo(401);
    }

    @Test
    void takesEachRecoveryCodeOnceHoweverItIsTyped() throws Exception {
        assertThat(recoveryCodes).hasSize(10).doesNotHaveDuplicates();
        String typed = recoveryCodes.get(3).replace('-', ' ').toLowerCase(Locale.ROOT);
        Visitor visitor = pending();
        assertThat(secondStep(visitor, typed).status()).isEqualTo(200);
        assertThat(visitor.get("/api/account/second-factor")
                        .body()
                        .get("recoveryCodesLeft")
                        .asInt())
                .isEqualTo(9);
        assertThat(secondStep(pending(), recoveryCodes.get(3)).status()).isEqualTo(401);
        assertThat(jdbc.sql("select count(*) from platform.recovery_code where encode(digest, 'escape') like ?")
                        .param("%" + recoveryCodes.get(4).substring(0, 4) + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void locksTheAccountAfterFiveWrongCodesAlthoughThePasswordIsRight() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(secondStep(pending(), "abcd").status()).isEqualTo(401);
        }
        assertThat(new Visitor(port)
                        .signIn(person.username(), person.password())
                        .code())
                .isEqualTo("account-locked");
    }

    @Test
    void takesNoSecondStepAfterThePasswordWasChanged() throws Exception {
        Visitor pending = pending();
        Visitor.administrator(port).post("/api/people/" + person.id() + "/password", Map.of());
        assertThat(secondStep(pending, code()).code()).isEqualTo("second-factor-expired");
    }

    @Test
    void isTakenAwayByThePersonOrByAnAdministrator() throws Exception {
        Visitor visitor = pending();
        secondStep(visitor, code());
        assertThat(visitor.post("/api/account/second-factor", Map.of()).code()).isEqualTo("second-factor-present");
        visitor.expect(204, visitor.delete("/api/account/second-factor"));
        assertThat(new Visitor(port)
                        .signIn(person.username(), person.password())
                        .body()
                        .has("user"))
                .isTrue();
        enrol();
        Visitor admin = Visitor.administrator(port);
        admin.expect(204, admin.delete("/api/people/" + person.id() + "/second-factor"));
        assertThat(new Visitor(port)
                        .signIn(person.username(), person.password())
                        .body()
                        .has("user"))
                .isTrue();
    }

    @Test
    void isNotInForceBeforeItIsConfirmed() throws Exception {
        Visitor.Person other = Visitor.newPerson(port);
        Visitor visitor = Visitor.signedIn(port, other.username(), other.password());
        visitor.expect(201, visitor.post("/api/account/second-factor", Map.of()));
        assertThat(visitor.put("/api/account/second-factor", Map.of("code", "000000"))
                        .status())
                .isEqualTo(422);
        assertThat(new Visitor(port)
                        .signIn(other.username(), other.password())
                        .body()
                        .has("user"))
                .isTrue();
    }

    @Test
    void keepsItsSecretSealed() {
        byte[] stored = jdbc.sql("select totp_secret from platform.account where id = ?::uuid")
                .param(person.id())
                .query(byte[].class)
                .single();
        assertThat(HexFormat.of().formatHex(stored))
                .doesNotContain(HexFormat.of().formatHex(secret));
    }

    private static boolean taken(Future<Boolean> result) {
        try {
            return result.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Visitor pending() throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.expect(200, visitor.signIn(person.username(), person.password()));
        return visitor;
    }

    private static Answer secondStep(Visitor visitor, String code) throws Exception {
        return visitor.post("/api/session/second-factor", Map.of("code", code));
    }

    private void nextStep() {
        clock.forward(Duration.ofSeconds(2 * Totp.STEP_SECONDS));
    }

    private String code() {
        return code(Totp.step(clock.instant()));
    }

    private String code(long step) {
        return Totp.code(secret, step, Totp.DIGITS);
    }
}
