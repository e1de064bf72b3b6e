package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Finds out who acts on this thread: the signed-in caller of a request, nobody, or the system itself. */
@Component
class ActorSource {

    Actor current() {
        @Nullable
        String address = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return new Actor(caller.accountId(), caller.username(), address);
        }
        return address == null ? Actor.SYSTEM : new Actor(null, "anonymous", address);
    }
}
