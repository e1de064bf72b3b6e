package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.permission.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the sign-in page what there is to choose from. */
@RestController
class SignInWays {
    private final @Nullable Centre centre;

    SignInWays(ObjectProvider<Centre> centre) {
        this.centre = centre.getIfAvailable();
    }

    @Open("登录页由此得知有哪些登录方式")
    @GetMapping("/api/session/ways")
    Ways ways() {
        return new Ways(centre == null ? null : centre.address());
    }

    /**
     * Ways of signing in besides passwords and keys.
     *
     * @param centre where the browser goes to sign in through the unified authentication centre; null where there is none
     */
    record Ways(@Nullable String centre) {}

    /** The unified authentication centre. */
    record Centre(String address) {}
}
