package io.lvxiaoshen.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.identity.Visitor.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@IdentityTest
class PasswordTest {
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
        visitor = Visitor.signedIn(port, person.username(), person.password());
    }

    @AfterEach
    void forgetTheAddress() {
        jdbc.sql("delete from platform.sign_in_address").update();
    }

    @Test
    void isChangedOnlyByWhoKnowsIt() throws Exception {
        assertThat(change("wrong", Visitor.OTHER_PASSWORD).status()).isEqualTo(401);
        assertThat(change(person.password(), Visitor.OTHER_PASSWORD).status()).isEqualTo(204);
        assertThat(new Visitor(port)
                        .signIn(person.username(), person.password())
                        .status())
                .isEqualTo(401);
        assertThat(new Visitor(port)
                        .signIn(person.username(), Visitor.OTHER_PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void endsEveryOtherSessionWhenItChanges() throws Exception {
        Visitor elsewhere = Visitor.signedIn(port, person.username(), person.password());
        String before = visitor.cookie("SESSION");
        change(person.password(), Visitor.OTHER_PASSWORD);
        assertThat(elsewhere.isSignedIn()).isFalse();
        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(visitor.cookie("SESSION")).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "short, password-length",
        "my name is person0, password-weak",
        "1234567890, password-common",
        "Password2026!, password-common",
        "5201314520, password-common",
        "QWERTYUIOP, password-common",
        "aaaaaaaaaaaa, password-common",
        "correct horse battery, password-used"
    })
    void isNotOneThatIsEasilyGuessed(String password, String code) throws Exception {
        assertThat(change(person.password(), password.replace("person0", person.username()))
                        .code())
                .isEqualTo(code);
    }

    @Test
    void isNoneOfTheLastFive() throws Exception {
        List<String> chosen =
                List.of("first new one!", "second new one", "third new one!", "fourth new one", "fifth new one!");
        String current = person.password();
        for (String next : chosen) {
            assertThat(change(current, next).status()).isEqualTo(204);
            current = next;
        }
        assertThat(change(current, chosen.get(0)).code()).isEqualTo("password-used");
        assertThat(change(current, person.password()).status())
                .as("the one before the last five")
                .isEqualTo(204);
    }

    @Test
    void mustBeChangedWhenItIsTooOld() throws Exception {
        jdbc.sql("update platform.account set password_changed_at = now() - interval '91 days' where id = ?::uuid")
                .param(person.id())
                .update();
        Visitor late = new Visitor(port);
        assertThat(late.signIn(person.username(), person.password())
                        .body()
                        .get("mustChangePassword")
                        .asBoolean())
                .isTrue();
        assertThat(late.get("/api/account/sessions").code()).isEqualTo("password-change-required");
    }

    @Test
    void opensNothingAfterTooManyFailuresOfTheAddress() throws Exception {
        new Visitor(port).signIn("nobody", "at all");
        jdbc.sql("update platform.sign_in_address set failures = 99").update();
        assertThat(new Visitor(port).signIn("nobody", "at all").status()).isEqualTo(401);
        assertThat(new Visitor(port)
                        .signIn(person.username(), person.password())
                        .code())
                .isEqualTo("address-limited");
        clock.forward(Duration.ofMinutes(11));
        assertThat(new Visitor(port)
                        .signIn(person.username(), person.password())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void leavesARecordOfEveryAttempt() throws Exception {
        new Visitor(port).signIn(person.username(), "wrong one");
        new Visitor(port).signIn("my secret password by mistake", "wrong one");
        List<String> entries = jdbc.sql("""
                        select actor || ' ' || result || ' ' || coalesce(object_id, '-') || ' ' || details
                        from platform.audit_entry where action = 'session.sign-in' order by id desc limit 3
                        """).query(String.class).list();
        assertThat(entries.get(0)).startsWith("anonymous DENIED - ").doesNotContain("secret");
        assertThat(entries.get(1)).startsWith("anonymous DENIED " + person.id()).contains("wrong password");
        assertThat(entries.get(2)).startsWith(person.username() + " DONE " + person.id());
    }

    @Test
    void isCheckedForAFewAtATimeAndWhoWaitsTooLongIsTold() throws Exception {
        CountDownLatch full = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        PasswordEncoder slow = new PasswordEncoder() {
            @Override
            public String encode(@Nullable CharSequence password) {
                atOnce.incrementAndGet();
                full.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return String.valueOf(password);
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
                return false;
            }
        };
        PasswordHasher hasher = new PasswordHasher(
                slow,
                new IdentityProperties(
                        null, Duration.ZERO, Duration.ZERO, 0, Duration.ZERO, 0, 2, Duration.ofMillis(50)));
        ExecutorService others = Executors.newFixedThreadPool(2);
        try {
            Future<String> one = others.submit(() -> hasher.hash("one"));
            Future<String> two = others.submit(() -> hasher.hash("two"));
            full.await();
            assertThatThrownBy(() -> hasher.hash("three"))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                            .isEqualTo("sign-in-busy"));
            assertThat(atOnce).hasValue(2);
            goOn.countDown();
            assertThat(one.get() + two.get()).isEqualTo("onetwo");
            assertThat(hasher.hash("four")).isEqualTo("four");
        } finally {
            goOn.countDown();
            others.shutdownNow();
        }
    }

    private Answer change(String current, String replacement) throws Exception {
        return visitor.put("/api/account/password", Map.of("current", current, "replacement", replacement));
    }
}
