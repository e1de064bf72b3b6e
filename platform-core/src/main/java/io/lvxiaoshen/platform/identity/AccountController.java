package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.permission.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do with their own account: password, sessions, second factor. */
@RestController
@RequestMapping("/api/account")
class AccountController {
    private final Accounts accounts;
    private final SignIn signIn;
    private final Passwords passwords;
    private final FirstAccount firstAccount;
    private final Sessions sessions;
    private final SecondFactor secondFactor;
    private final SessionStepUp stepUp;
    private final Clock clock;

    AccountController(
            Accounts accounts,
            SignIn signIn,
            Passwords passwords,
            FirstAccount firstAccount,
            Sessions sessions,
            SecondFactor secondFactor,
            SessionStepUp stepUp,
            Clock clock) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.passwords = passwords;
        this.firstAccount = firstAccount;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    @SignedIn
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            @AuthenticationPrincipal Caller caller,
            @Valid @RequestBody PasswordChange change,
            HttpServletRequest request) {
        Account account = signIn.check(caller.username(), change.current(), Attempt.toChangePassword(request));
        HttpSession session = request.getSession();
        passwords.choose(account, change.replacement(), session.getId());
        request.changeSessionId();
        SessionFacts facts = SessionFacts.of(request);
        if (facts != null) {
            facts.withPasswordChanged(clock.instant()).keepIn(session);
        }
        if (caller.username().equals(FirstAccount.USERNAME)) {
            firstAccount.forgetInitialPassword();
        }
    }

    @SignedIn
    @GetMapping("/sessions")
    List<Sessions.View> sessions(@AuthenticationPrincipal Caller caller, HttpSession session) {
        return sessions.list(caller.username(), session.getId());
    }

    /** Ends all of the caller's other sessions. */
    @SignedIn
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOtherSessions(@AuthenticationPrincipal Caller caller, HttpSession session) {
        sessions.endAll(own(caller), session.getId());
    }

    @SignedIn
    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        sessions.end(own(caller), id);
    }

    @SignedIn
    @GetMapping("/second-factor")
    SecondFactorState secondFactor(@AuthenticationPrincipal Caller caller) {
        Account account = own(caller);
        return account.secondFactor()
                ? new SecondFactorState("totp", secondFactor.recoveryCodesLeft(account.id()))
                : new SecondFactorState(null, 0);
    }

    @SignedIn
    @PostMapping("/second-factor")
    @ResponseStatus(HttpStatus.CREATED)
    SecondFactor.Enrolment enrol(@AuthenticationPrincipal Caller caller) {
        stepUp.requireFresh();
        return secondFactor.enrol(own(caller));
    }

    @SignedIn
    @PutMapping("/second-factor")
    RecoveryCodeList confirm(@AuthenticationPrincipal Caller caller, @Valid @RequestBody Confirmation confirmation) {
        return new RecoveryCodeList(
                secondFactor.confirm(caller.accountId(), confirmation.code().strip()));
    }

    @SignedIn
    @DeleteMapping("/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disableSecondFactor(@AuthenticationPrincipal Caller caller) {
        stepUp.requireFresh();
        secondFactor.disable(caller.accountId());
    }

    private Account own(Caller caller) {
        return accounts.find(caller.accountId()).orElseThrow(() -> ProblemException.notFound("该账号"));
    }

    record PasswordChange(
            @NotBlank @Size(max = PasswordPolicy.MAX_LENGTH) String current,

            @NotBlank @Size(max = PasswordPolicy.MAX_LENGTH) String replacement) {}

    record Confirmation(@NotBlank @Size(max = 10) String code) {}

    /**
     * Whether there is a second factor.
     *
     * @param kind {@code totp}; null where there is none
     */
    record SecondFactorState(@Nullable String kind, int recoveryCodesLeft) {}

    record RecoveryCodeList(List<String> recoveryCodes) {}
}
