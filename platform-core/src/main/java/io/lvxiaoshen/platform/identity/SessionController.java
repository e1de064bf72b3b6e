package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.permission.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in, by each of its ways, and out. */
@RestController
@RequestMapping("/api/session")
class SessionController {
    private static final String TOTP = "totp";

    private final SignIn signIn;
    private final SecondFactorSignIn secondFactor;
    private final CertificateSignIn certificates;
    private final Challenges challenges;
    private final SessionStart start;
    private final Clock clock;

    SessionController(
            SignIn signIn,
            SecondFactorSignIn secondFactor,
            CertificateSignIn certificates,
            Challenges challenges,
            SessionStart start,
            Clock clock) {
        this.signIn = signIn;
        this.secondFactor = secondFactor;
        this.certificates = certificates;
        this.challenges = challenges;
        this.start = start;
        this.clock = clock;
    }

    @Open("页面由此得知是否已登录；未登录时不含任何信息")
    @GetMapping
    Session session(@AuthenticationPrincipal @Nullable Caller caller, HttpServletRequest request) {
        if (caller == null) {
            throw new ProblemException(HttpStatus.UNAUTHORIZED, "not-signed-in", "您尚未登录。", "请先登录。");
        }
        SessionFacts facts = SessionFacts.of(request);
        return Session.of(caller, facts != null && facts.mustChangePassword());
    }

    /** Signs in, or answers which second factor is still to come: then nobody is signed in yet. */
    @Open("登录")
    @PostMapping
    Answer signIn(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        Account account = signIn.check(
                credentials.username().strip(), credentials.password(), Attempt.toSignIn(Means.PASSWORD, request));
        if (account.secondFactor()) {
            PendingSignIn.keep(account, clock.instant(), request);
            SecurityContextHolder.clearContext();
            return new SecondFactorWanted(TOTP);
        }
        return begin(account, Means.PASSWORD, request, response);
    }

    @Open("登录的第二步；第一步已核对密码")
    @PostMapping("/second-factor")
    Session secondFactor(@Valid @RequestBody Code code, HttpServletRequest request, HttpServletResponse response) {
        Account account = secondFactor.check(
                PendingSignIn.of(request, clock.instant()),
                code.code(),
                Attempt.toSignIn(Means.PASSWORD_AND_CODE, request));
        return begin(account, Means.PASSWORD_AND_CODE, request, response);
    }

    @Open("证书登录前领取一次性随机数")
    @GetMapping("/challenge")
    Challenge challenge() {
        return new Challenge(challenges.issue());
    }

    @Open("用证书登录")
    @PostMapping("/certificate")
    Session certificate(
            @Valid @RequestBody SignedChallenge signed, HttpServletRequest request, HttpServletResponse response) {
        Account account = certificates.check(
                signed.username().strip(),
                signed.nonce(),
                signed.bytes(),
                Attempt.toSignIn(Means.CERTIFICATE, request));
        return begin(account, Means.CERTIFICATE, request, response);
    }

    @Open("登录已过期时也能退出")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private Session begin(Account account, Means means, HttpServletRequest request, HttpServletResponse response) {
        SessionFacts facts = start.begin(account, means, request, response);
        return Session.of(account.caller(), facts.mustChangePassword());
    }

    record Credentials(
            @NotBlank @Size(max = 64) String username,

            @NotBlank @Size(max = PasswordPolicy.MAX_LENGTH) String password) {}

    record Code(@NotBlank @Size(max = 40) String code) {}

    record Challenge(String nonce) {}

    /**
     * A signed number.
     *
     * @param signature DER in Base64
     */
    record SignedChallenge(
            @NotBlank @Size(max = 64) String username,
            @NotBlank @Size(max = 64) String nonce,
            @NotBlank @Size(max = 200) String signature) {

        byte[] bytes() {
            try {
                return Base64.getDecoder().decode(signature);
            } catch (IllegalArgumentException e) {
                throw ProblemException.invalid("signature-form", "签名应为 Base64 编码的 DER。", "请更新 USB Key 的驱动程序后重试。");
            }
        }
    }

    sealed interface Answer permits Session, SecondFactorWanted {}

    record SecondFactorWanted(String secondFactor) implements Answer {}

    record Session(User user, boolean mustChangePassword) implements Answer {
        static Session of(Caller caller, boolean mustChangePassword) {
            return new Session(
                    new User(
                            caller.accountId(),
                            caller.username(),
                            caller.displayName(),
                            caller.roles().stream().sorted().toList()),
                    mustChangePassword);
        }
    }

    record User(UUID id, String username, String displayName, List<String> roles) {}
}
