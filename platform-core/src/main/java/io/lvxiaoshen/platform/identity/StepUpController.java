package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.permission.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proving once more, within a session, to be the person who began it. */
@RestController
class StepUpController {
    private final Accounts accounts;
    private final SignIn signIn;
    private final SecondFactorSignIn secondFactor;
    private final SignInAttempts attempts;
    private final Clock clock;

    StepUpController(
            Accounts accounts, SignIn signIn, SecondFactorSignIn secondFactor, SignInAttempts attempts, Clock clock) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.secondFactor = secondFactor;
        this.attempts = attempts;
        this.clock = clock;
    }

    @SignedIn
    @PostMapping("/api/session/step-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stepUp(@AuthenticationPrincipal Caller caller, @Valid @RequestBody Proof proof, HttpServletRequest request) {
        SessionFacts facts = SessionFacts.of(request);
        if (facts == null) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "访问令牌不能用于身份确认。", "请登录后操作。");
        }
        if (proof.code() != null) {
            Account account = accounts.find(caller.accountId()).orElseThrow(() -> ProblemException.notFound("该账号"));
            Attempt attempt = Attempt.toStepUp(Means.PASSWORD_AND_CODE, request);
            secondFactor.check(account, proof.code(), attempt);
            attempts.succeeded(account, attempt);
        } else if (proof.password() != null) {
            Attempt attempt = Attempt.toStepUp(Means.PASSWORD, request);
            Account account = signIn.check(caller.username(), proof.password(), attempt);
            attempts.succeeded(account, attempt);
        } else {
            throw ProblemException.invalid("proof-missing", "请输入密码或动态口令。", "请填写后重试。");
        }
        facts.provedAgain(clock.instant()).keepIn(request.getSession());
    }

    /** One of the two is enough. */
    record Proof(
            @Nullable @Size(max = PasswordPolicy.MAX_LENGTH) String password,
            @Nullable @Size(max = 40) String code) {}
}
