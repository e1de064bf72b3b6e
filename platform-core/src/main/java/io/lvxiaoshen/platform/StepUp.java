package io.lvxiaoshen.platform;

import java.time.Duration;

/** Asks whether the caller has lately proved to be the person: for what cannot be undone or opens other doors. */
public interface StepUp {

    /**
     * Lets the present request go on if its session proved the caller's identity, by password, one-time code or key, no
     * longer ago than {@code within}. Requests without a session, such as those with an API token, never do.
     *
     * @throws ProblemException 403 {@code step-up-required}
     */
    void require(Duration within);
}
