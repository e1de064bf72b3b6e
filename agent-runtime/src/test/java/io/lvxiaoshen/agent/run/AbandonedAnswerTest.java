package io.lvxiaoshen.agent.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.agent.AgentProperties;
import io.lvxiaoshen.agent.AgentTest;
import io.lvxiaoshen.agent.conversation.Conversations;
import io.lvxiaoshen.agent.conversation.Exchange;
import io.lvxiaoshen.agent.conversation.Message;
import io.lvxiaoshen.agent.conversation.MessageStatus;
import io.lvxiaoshen.agent.conversation.Messages;
import io.lvxiaoshen.agent.conversation.Outcome;
import io.lvxiaoshen.platform.IdSource;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AgentTest
class AbandonedAnswerTest {
    @Autowired
    Conversations conversations;

    @Autowired
    Messages messages;

    @Autowired
    IdSource ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AgentProperties properties;

    @Autowired
    ProcessLease lease;

    private final UUID account = UUID.randomUUID();

    @Test
    void endsTheAnswersOfAProcessThatIsDead() {
        Exchange abandoned = begin(UUID.randomUUID());
        lease.endAbandoned();
        Message ended = messages.find(abandoned.answer().id()).orElseThrow();
        assertThat(ended.status()).isEqualTo(MessageStatus.FAILED);
        assertThat(ended.reason()).isEqualTo("服务重启，回答中断，请重新提问。");
        assertThat(messages.find(abandoned.question().id()).orElseThrow().text())
                .isEqualTo("问题");
    }

    @Test
    void leavesTheAnswersOfALivingProcessAlone() {
        ProcessLease other = new ProcessLease(jdbc, ids, properties);
        other.renew();
        Exchange running = begin(other.processId());
        lease.endAbandoned();
        assertThat(status(running)).isEqualTo(MessageStatus.RUNNING);
        other.release();
        lease.endAbandoned();
        assertThat(status(running)).isEqualTo(MessageStatus.FAILED);
    }

    @Test
    void findsAProcessThatDiesWhileOthersRun() {
        ProcessLease other = new ProcessLease(jdbc, ids, properties);
        other.renew();
        Exchange running = begin(other.processId());
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(status(running))
                .isEqualTo(MessageStatus.FAILED));
    }

    @Test
    void endsAnAnswerOfItsOwnThatNobodyWritesAnyMore() {
        Exchange lost = begin(lease.processId());
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(status(lost))
                .isEqualTo(MessageStatus.FAILED));
        assertThat(messages.find(lost.answer().id()).orElseThrow().reason()).contains("未能保存");
    }

    @Test
    void letsNoLateAnswerOverwriteAnEnd() {
        Exchange abandoned = begin(UUID.randomUUID());
        lease.endAbandoned();
        Outcome late = new Outcome(MessageStatus.ANSWERED, "迟到的回答", null, null, List.of(), null);
        assertThat(messages.finish(abandoned.answer().id(), late)).isFalse();
        assertThat(status(abandoned)).isEqualTo(MessageStatus.FAILED);
    }

    private Exchange begin(UUID process) {
        UUID conversation = conversations.create(account, List.of()).id();
        return messages.begin(account, conversation, ids.next(), "问题", process);
    }

    private MessageStatus status(Exchange exchange) {
        return messages.find(exchange.answer().id()).orElseThrow().status();
    }
}
