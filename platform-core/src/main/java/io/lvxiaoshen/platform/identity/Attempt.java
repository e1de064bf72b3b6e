package io.lvxiaoshen.platform.identity;

import jakarta.servlet.http.HttpServletRequest;

/**
 * An attempt to prove an identity.
 *
 * @param action what for, as the audit log calls it
 * @param means by what
 * @param address from which network address
 */
record Attempt(String action, Means means, String address) {
    static Attempt toSignIn(Means means, HttpServletRequest request) {
        return new Attempt("session.sign-in", means, request.getRemoteAddr());
    }

    static Attempt toStepUp(Means means, HttpServletRequest request) {
        return new Attempt("session.step-up", means, request.getRemoteAddr());
    }

    static Attempt toChangePassword(HttpServletRequest request) {
        return new Attempt("account.change-password", Means.PASSWORD, request.getRemoteAddr());
    }
}
