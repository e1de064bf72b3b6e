package io.lvxiaoshen.agent.answer;

import io.lvxiaoshen.agent.AgentProperties;
import io.lvxiaoshen.agent.AnswerMode;
import io.lvxiaoshen.agent.AssistantStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the configuration says. */
@Component
class ConfiguredStatus implements AssistantStatus {
    private final AgentProperties.Model model;

    ConfiguredStatus(AgentProperties properties) {
        this.model = properties.model();
    }

    @Override
    public AnswerMode mode() {
        return model.configured() ? AnswerMode.MODEL : AnswerMode.EXTRACTIVE;
    }

    @Override
    public @Nullable String model() {
        return model.configured() ? model.name() : null;
    }
}
