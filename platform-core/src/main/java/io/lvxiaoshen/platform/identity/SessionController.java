package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.permission.Open;
import io.lvxiaoshen.platform.permission.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and the caller's own password. */
@RestController
class SessionController {
    private final SignIn signIn;
    private final FirstAccount firstAccount;
    private final SecurityContextRepository contexts;

    SessionController(SignIn signIn, FirstAccount firstAccount, SecurityContextRepository contexts) {
        this.signIn = signIn;
        this.firstAccount = firstAccount;
        this.contexts = contexts;
    }

    @Open("页面由此得知是否已登录；未登录时不含任何信息")
    @GetMapping("/api/session")
    Session session(@AuthenticationPrincipal @Nullable Caller caller) {
        if (caller == null) {
            throw new ProblemException(HttpStatus.UNAUTHORIZED, "not-signed-in", "您尚未登录。", "请先登录。");
        }
        return Session.of(caller);
    }

    @Open("登录")
    @PostMapping("/api/session")
    Session signIn(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        Caller caller = signIn.check(credentials.username().strip(), credentials.password());
        // A session that existed before signing in gets a new id: nobody can have planted it.
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return Session.of(caller);
    }

    @Open("登录已过期时也能退出")
    @DeleteMapping("/api/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    @SignedIn
    @PutMapping("/api/account/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@AuthenticationPrincipal Caller caller, @Valid @RequestBody PasswordChange change) {
        signIn.changePassword(caller, change.current(), change.replacement());
        if (caller.username().equals(FirstAccount.USERNAME)) {
            firstAccount.forgetInitialPassword();
        }
    }

    record Credentials(
            @NotBlank @Size(max = 64) String username,

            @NotBlank @Size(max = SignIn.MAX_PASSWORD_LENGTH)
            String password) {}

    record PasswordChange(
            @NotBlank @Size(max = SignIn.MAX_PASSWORD_LENGTH)
            String current,

            @NotBlank @Size(max = SignIn.MAX_PASSWORD_LENGTH)
            String replacement) {}

    record Session(User user) {
        static Session of(Caller caller) {
            return new Session(new User(
                    caller.accountId(),
                    caller.username(),
                    caller.displayName(),
                    caller.roles().stream().sorted().toList()));
        }
    }

    record User(UUID id, String username, String displayName, List<String> roles) {}
}
