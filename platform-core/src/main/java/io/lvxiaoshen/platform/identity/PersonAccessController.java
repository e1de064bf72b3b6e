package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.permission.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people sign in with and where they are signed in, for administrators. */
@RestController
@RequestMapping("/api/people/{id}")
class PersonAccessController {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecondFactor secondFactor;
    private final CertificateSignIn certificates;
    private final SessionStepUp stepUp;

    PersonAccessController(
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            SecondFactor secondFactor,
            CertificateSignIn certificates,
            SessionStepUp stepUp) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.certificates = certificates;
        this.stepUp = stepUp;
    }

    @Requires("account.manage")
    @PostMapping("/password")
    InitialPassword resetPassword(@PathVariable UUID id) {
        stepUp.requireFresh();
        return new InitialPassword(passwords.reset(account(id)));
    }

    @Requires("account.manage")
    @DeleteMapping("/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disableSecondFactor(@PathVariable UUID id) {
        stepUp.requireFresh();
        secondFactor.disable(account(id).id());
    }

    @Requires("account.manage")
    @PutMapping("/key")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void registerKey(@PathVariable UUID id, @Valid @RequestBody PublicKey key) {
        stepUp.requireFresh();
        certificates.register(account(id).id(), key.pem());
    }

    @Requires("account.manage")
    @DeleteMapping("/key")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeKey(@PathVariable UUID id) {
        stepUp.requireFresh();
        certificates.register(account(id).id(), null);
    }

    @Requires("account.manage")
    @GetMapping("/sessions")
    List<Sessions.View> sessions(@PathVariable UUID id) {
        return sessions.list(account(id).username(), null);
    }

    @Requires("account.manage")
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(@PathVariable UUID id) {
        sessions.endAll(account(id), null);
    }

    @Requires("account.manage")
    @DeleteMapping("/sessions/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable UUID id, @PathVariable UUID session) {
        sessions.end(account(id), session);
    }

    private Account account(UUID id) {
        return accounts.find(id).orElseThrow(() -> ProblemException.notFound("该人员"));
    }

    /** Shown this once. */
    record InitialPassword(String password) {}

    /** A {@code PUBLIC KEY} of SM2 in PEM. */
    record PublicKey(@NotBlank @Size(max = 1000) String pem) {}
}
