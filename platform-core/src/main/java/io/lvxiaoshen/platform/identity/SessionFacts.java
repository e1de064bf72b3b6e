package io.lvxiaoshen.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a session knows about itself.
 *
 * @param id what the session is called in lists; the session's own id is a secret
 * @param signedInAt when it began
 * @param provedAt when its person last proved to be that person
 * @param means by what the session began
 * @param address network address at the beginning
 * @param agent the browser, as it calls itself
 * @param mustChangePassword whether nothing else is allowed before the password is changed
 */
record SessionFacts(
        UUID id,
        Instant signedInAt,
        Instant provedAt,
        Means means,
        String address,
        String agent,
        boolean mustChangePassword)
        implements Serializable {
    static final String ATTRIBUTE = "lvxiaoshen.session";

    static @Nullable SessionFacts of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (SessionFacts) session.getAttribute(ATTRIBUTE);
    }

    SessionFacts provedAgain(Instant now) {
        return new SessionFacts(id, signedInAt, now, means, address, agent, mustChangePassword);
    }

    SessionFacts withPasswordChanged(Instant now) {
        return new SessionFacts(id, signedInAt, now, means, address, agent, false);
    }

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }
}
