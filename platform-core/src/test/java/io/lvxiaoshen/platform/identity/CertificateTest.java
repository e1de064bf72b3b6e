package io.lvxiaoshen.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.platform.crypto.Sm2PrivateKey;
import io.lvxiaoshen.platform.identity.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IdentityTest
class CertificateTest {
    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private final SecureRandom random = new SecureRandom();
    private final Sm2PrivateKey key = Sm2PrivateKey.generate(random);
    private Visitor admin;
    private Visitor.Person person;
    private Visitor visitor;

    @BeforeEach
    void register() throws Exception {
        person = Visitor.newPerson(port);
        admin = Visitor.administrator(port);
        admin.expect(
                204,
                admin.put(
                        "/api/people/" + person.id() + "/key",
                        Map.of("pem", key.publicKey().toPem())));
        visitor = new Visitor(port);
    }

    @Test
    void letsInWhoSignsTheChallengeWithTheRegisteredKey() throws Exception {
        assertThat(send(person.username(), challenge(), key).status()).isEqualTo(200);
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    void takesEachChallengeOnce() throws Exception {
        String nonce = challenge();
        send(person.username(), nonce, key);
        assertThat(send(person.username(), nonce, key).code()).isEqualTo("certificate-refused");
    }

    @Test
    void takesNoChallengeAfterTwoMinutes() throws Exception {
        String nonce = challenge();
        clock.forward(Duration.ofSeconds(121));
        assertThat(send(person.username(), nonce, key).code()).isEqualTo("certificate-refused");
    }

    @Test
    void takesNoChallengeThatWasNeverIssued() throws Exception {
        assertThat(send(person.username(), "made up", key).code()).isEqualTo("certificate-refused");
    }

    @Test
    void givesTheSameAnswerForAWrongKeyAWrongNameAndNonsense() throws Exception {
        Answer wrongKey = send(person.username(), challenge(), Sm2PrivateKey.generate(random));
        Answer wrongName = send("nobody", challenge(), key);
        Answer noKey = send(Visitor.newPerson(port).username(), challenge(), key);
        Answer nonsense = visitor.post(
                "/api/session/certificate",
                Map.of("username", person.username(), "nonce", challenge(), "signature", "AAAA"));
        assertThat(wrongKey.code()).isEqualTo("certificate-refused");
        assertThat(wrongName).isEqualTo(wrongKey);
        assertThat(noKey).isEqualTo(wrongKey);
        assertThat(nonsense).isEqualTo(wrongKey);
    }

    @Test
    void letsNobodyInWithAKeyThatWasRemovedOrADisabledAccount() throws Exception {
        admin.put("/api/people/" + person.id() + "/enabled", Map.of("enabled", false));
        assertThat(send(person.username(), challenge(), key).code()).isEqualTo("account-disabled");
        admin.put("/api/people/" + person.id() + "/enabled", Map.of("enabled", true));
        admin.expect(204, admin.delete("/api/people/" + person.id() + "/key"));
        assertThat(send(person.username(), challenge(), key).code()).isEqualTo("certificate-refused");
    }

    @Test
    void registersNothingButSm2Keys() throws Exception {
        String pem = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n";
        assertThat(admin.put("/api/people/" + person.id() + "/key", Map.of("pem", pem))
                        .code())
                .isEqualTo("public-key-invalid");
    }

    private String challenge() throws Exception {
        return visitor.get("/api/session/challenge").body().get("nonce").asString();
    }

    private Answer send(String username, String nonce, Sm2PrivateKey with) throws Exception {
        byte[] signature = with.sign(nonce.getBytes(StandardCharsets.UTF_8), random);
        return visitor.post(
                "/api/session/certificate",
                Map.of(
                        "username",
                        username,
                        "nonce",
                        nonce,
                        "signature",
                        Base64.getEncoder().encodeToString(signature)));
    }
}
