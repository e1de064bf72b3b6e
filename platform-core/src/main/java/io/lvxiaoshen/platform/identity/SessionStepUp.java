package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.StepUp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Reads from the request's session when the person last proved to be that person. */
@Component
class SessionStepUp implements StepUp {
    private final IdentityProperties properties;
    private final Clock clock;

    SessionStepUp(IdentityProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void require(Duration within) {
        SessionFacts facts = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                        && !ApiTokenFilter.showsToken(request.getRequest())
                ? SessionFacts.of(request.getRequest())
                : null;
        if (facts == null || facts.provedAt().plus(within).isBefore(clock.instant())) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "step-up-required", "此操作需要再次确认是您本人。", "请输入密码或动态口令后重试。");
        }
    }

    /** The same with the time that is set for changing what identity is proved with. */
    void requireFresh() {
        require(properties.stepUp());
    }
}
