package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.Slice;
import io.lvxiaoshen.platform.permission.SignedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own tokens. */
@RestController
@RequestMapping("/api/tokens")
class TokenController {
    private final ApiTokens tokens;
    private final SessionStepUp stepUp;

    TokenController(ApiTokens tokens, SessionStepUp stepUp) {
        this.tokens = tokens;
        this.stepUp = stepUp;
    }

    @SignedIn
    @GetMapping
    Slice<ApiToken> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return tokens.list(caller.accountId(), Page.limit(limit), Page.idCursor(cursor));
    }

    @SignedIn
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiTokens.Created create(@AuthenticationPrincipal Caller caller, @Valid @RequestBody Form form) {
        stepUp.requireFresh();
        return tokens.create(caller.accountId(), form.name().strip(), form.scopes(), form.expiresAt());
    }

    @SignedIn
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        tokens.revoke(caller.accountId(), id);
    }

    record Form(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Size(max = 20) List<@NotNull String> scopes,
            @NotNull Instant expiresAt) {}
}
