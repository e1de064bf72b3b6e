package io.lvxiaoshen.agent.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.agent.AgentTest;
import io.lvxiaoshen.agent.RegulationSearch;
import io.lvxiaoshen.agent.SignedInClient;
import io.lvxiaoshen.agent.SignedInClient.AskedStream;
import io.lvxiaoshen.agent.SignedInClient.Event;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@AgentTest
class ConversationTest {
    private static final String STALL_QUESTION = "在公共绿地内擅自设摊经营罚多少钱？";

    @LocalServerPort
    int port;

    @Autowired
    RegulationSearch search;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    private SignedInClient client;

    @BeforeEach
    void signIn() throws Exception {
        client = new SignedInClient(port);
    }

    @AfterEach
    void recover() {
        search.recover();
    }

    @Test
    void streamsAnAnswerWhoseSentencesCarryTheirSources() throws Exception {
        String conversation = client.conversation();
        List<Event> events = client.ask(conversation, STALL_QUESTION);
        assertThat(events.get(0).name()).isEqualTo("started");
        assertThat(events.get(0).data().at("/question/text").asString()).isEqualTo(STALL_QUESTION);
        assertThat(events.get(0).data().at("/answer/status").asString()).isEqualTo("RUNNING");
        assertThat(events.get(1).name()).isEqualTo("evidence");
        JsonNode answer = events.get(events.size() - 1).data().get("answer");
        assertThat(answer.get("status").asString()).isEqualTo("ANSWERED");
        assertThat(answer.get("mode").asString()).isEqualTo("EXTRACTIVE");
        assertThat(answer.get("text").asString()).contains("二百元以上二千元以下的罚款。[1]");
        assertThat(events.stream()
                        .filter(event -> event.name().equals("delta"))
                        .map(event -> event.data().get("text").asString())
                        .collect(Collectors.joining()))
                .isEqualTo(answer.get("text").asString());
        JsonNode citation = answer.at("/citations/0");
        assertThat(citation.get("documentTitle").asString()).isEqualTo(RegulationSearch.TITLE);
        assertThat(citation.get("article").asString()).isEqualTo("第十二条");
        assertThat(search.text()
                        .substring(
                                citation.get("start").asInt(),
                                citation.get("end").asInt()))
                .isEqualTo(citation.get("quote").asString());
        assertThat(client.json("/api/conversations/" + conversation + "/messages")
                        .at("/items/0"))
                .isEqualTo(answer);
    }

    @Test
    void refusesWhatTheKnowledgeBasesDoNotAnswer() throws Exception {
        JsonNode answer = finished(client.ask(client.conversation(), "昨晚的篮球比赛谁赢了？"));
        assertThat(answer.get("status").asString()).isEqualTo("REFUSED");
        assertThat(answer.get("text").asString()).contains("没有找到");
        assertThat(answer.get("citations")).isEmpty();
    }

    @Test
    void introducesItselfWithoutSources() throws Exception {
        JsonNode answer = finished(client.ask(client.conversation(), "你好！你是谁？"));
        assertThat(answer.get("status").asString()).isEqualTo("ANSWERED");
        assertThat(answer.get("text").asString()).contains("我是绿小申");
        assertThat(answer.get("reason").asString()).contains("不引用知识库");
        assertThat(answer.get("citations")).isEmpty();
    }

    @Test
    void readsAFollowUpTogetherWithThePreviousQuestion() throws Exception {
        String conversation = client.conversation();
        client.ask(conversation, "可以擅自砍伐公共绿地内的树木吗？");
        JsonNode answer = finished(client.ask(conversation, "那罚款多少？"));
        assertThat(answer.get("text").asString()).contains("每株二千元以上一万元以下的罚款");
    }

    @Test
    void namesAConversationAfterItsFirstQuestion() throws Exception {
        String conversation = client.conversation();
        assertThat(title(conversation)).isEqualTo("新对话");
        client.ask(conversation, STALL_QUESTION);
        client.ask(conversation, "爱绿宣传周是什么时候？");
        assertThat(title(conversation)).isEqualTo(STALL_QUESTION);
        client.send("PATCH", "/api/conversations/" + conversation, "{\"title\":\"设摊\"}");
        assertThat(title(conversation)).isEqualTo("设摊");
    }

    @Test
    void pagesThroughConversationsAndMessages() throws Exception {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.add(0, client.conversation());
        }
        List<String> listed = new ArrayList<>();
        String cursor = "";
        while (listed.size() < created.size()) {
            JsonNode slice = client.json("/api/conversations?limit=2" + cursor);
            slice.get("items").forEach(item -> listed.add(item.get("id").asString()));
            cursor = "&cursor=" + slice.get("next").asString();
        }
        assertThat(listed.subList(0, 5)).isEqualTo(created);

        client.ask(created.get(0), "你好");
        client.ask(created.get(0), "谢谢");
        JsonNode newest = client.json("/api/conversations/" + created.get(0) + "/messages?limit=3");
        assertThat(newest.get("items")).hasSize(3);
        JsonNode oldest = client.json("/api/conversations/" + created.get(0) + "/messages?limit=3&cursor="
                + newest.get("next").asString());
        assertThat(oldest.at("/items/0/text").asString()).isEqualTo("你好");
        assertThat(oldest.get("next").isNull()).isTrue();
        assertThat(client.get("/api/conversations?cursor=nonsense").statusCode())
                .isEqualTo(422);
        assertThat(client.get("/api/conversations?limit=0").statusCode()).isEqualTo(422);
    }

    @Test
    void keepsConversationsOfOthersOutOfSight() throws Exception {
        String foreign = client.conversation();
        JsonNode answer = finished(client.ask(foreign, STALL_QUESTION));
        jdbc.sql("update agent.conversation set account_id = gen_random_uuid() where id = cast(:id as uuid)")
                .param("id", foreign)
                .update();
        String path = "/api/conversations/" + foreign;
        assertThat(client.get(path).statusCode()).isEqualTo(404);
        assertThat(client.get(path + "/messages").statusCode()).isEqualTo(404);
        assertThat(client.send("DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(client.send("PATCH", path, "{\"title\":\"x\"}").statusCode()).isEqualTo(404);
        HttpResponse<String> asked = client.send("POST", path + "/questions", "{\"text\":\"问\"}");
        assertThat(asked.statusCode()).isEqualTo(404);
        assertThat(asked.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(client.send("POST", "/api/messages/" + answer.get("id").asString() + "/cancel", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesAQuestionThatIsEmptyOrTooLong() throws Exception {
        String path = "/api/conversations/" + client.conversation() + "/questions";
        assertThat(client.send("POST", path, "{\"text\":\" \\n \"}").body()).contains("question-empty");
        assertThat(client.send("POST", path, "{}").body()).contains("question-empty");
        HttpResponse<String> tooLong = client.send("POST", path, "{\"text\":\"" + "问".repeat(2001) + "\"}");
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("2001 个字符", "2000 个字符");
    }

    @Test
    void takesCharactersThatTheDatabaseDoesNot() throws Exception {
        JsonNode answer = finished(client.ask(client.conversation(), "设摊经营\u0000罚款\ud83d多少？"));
        assertThat(answer.get("status").asString()).isEqualTo("ANSWERED");
    }

    @Test
    void answersOneQuestionAtATimeInAConversation() throws Exception {
        CountDownLatch gate = search.hold();
        String conversation = client.conversation();
        try (AskedStream stream = client.open(conversation, STALL_QUESTION)) {
            stream.next();
            HttpResponse<String> second =
                    client.send("POST", "/api/conversations/" + conversation + "/questions", "{\"text\":\"还有呢\"}");
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("answer-running", "上一个问题还在回答中");
            gate.countDown();
            assertThat(finished(stream.rest()).get("status").asString()).isEqualTo("ANSWERED");
        }
        assertThat(client.json("/api/conversations/" + conversation + "/messages")
                        .get("items"))
                .hasSize(2);
    }

    @Test
    void finishesAnAnswerThatNobodyWatches() throws Exception {
        CountDownLatch gate = search.hold();
        String conversation = client.conversation();
        try (AskedStream stream = client.open(conversation, STALL_QUESTION)) {
            stream.next();
        }
        gate.countDown();
        awaitStatus(conversation, "ANSWERED");
    }

    @Test
    void stopsAnAnswerWhenAsked() throws Exception {
        CountDownLatch gate = search.hold();
        String conversation = client.conversation();
        try (AskedStream stream = client.open(conversation, STALL_QUESTION)) {
            String answer = stream.next().data().at("/answer/id").asString();
            assertThat(client.send("POST", "/api/messages/" + answer + "/cancel", "")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(finished(stream.rest()).get("status").asString()).isEqualTo("CANCELLED");
            assertThat(client.send("POST", "/api/messages/" + answer + "/cancel", "")
                            .statusCode())
                    .isEqualTo(204);
        }
        gate.countDown();
        assertThat(client.json("/api/conversations/" + conversation + "/messages")
                        .at("/items/0/status")
                        .asString())
                .isEqualTo("CANCELLED");
    }

    @Test
    void deletesAConversationWhileItAnswers() throws Exception {
        CountDownLatch gate = search.hold();
        String conversation = client.conversation();
        try (AskedStream stream = client.open(conversation, STALL_QUESTION)) {
            stream.next();
            assertThat(client.send("DELETE", "/api/conversations/" + conversation, "")
                            .statusCode())
                    .isEqualTo(204);
            JsonNode answer = finished(stream.rest());
            assertThat(answer.get("status").asString()).isEqualTo("CANCELLED");
            assertThat(answer.get("reason").asString()).contains("会话已被删除");
        }
        gate.countDown();
        assertThat(jdbc.sql("select count(*) from agent.message where conversation_id = cast(:id as uuid)")
                        .param("id", conversation)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void saysWhyAnAnswerFailed() throws Exception {
        search.fail(new IllegalStateException("index is broken"));
        JsonNode answer = finished(client.ask(client.conversation(), STALL_QUESTION));
        assertThat(answer.get("status").asString()).isEqualTo("FAILED");
        assertThat(answer.get("reason").asString()).contains("内部错误").doesNotContain("index");
    }

    @Test
    void endsAnAnswerThatTakesTooLong() throws Exception {
        CountDownLatch gate = search.hold();
        JsonNode answer = finished(client.ask(client.conversation(), STALL_QUESTION));
        gate.countDown();
        assertThat(answer.get("status").asString()).isEqualTo("FAILED");
        assertThat(answer.get("reason").asString()).contains("超过 5 秒");
    }

    @Test
    void holdsFiftyStreamsAtOnce() throws Exception {
        List<String> conversations = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            conversations.add(client.conversation());
        }
        List<CompletableFuture<List<Event>>> streams = conversations.stream()
                .map(conversation ->
                        client.openAsync(conversation, STALL_QUESTION).thenApplyAsync(stream -> stream.rest()))
                .toList();
        for (CompletableFuture<List<Event>> stream : streams) {
            assertThat(finished(stream.join()).get("status").asString()).isEqualTo("ANSWERED");
        }
    }

    @Test
    void leavesTheApplicationsOwnExecutorInPlace() {
        assertThat(context.containsBean("applicationTaskExecutor")).isTrue();
    }

    @Test
    void tellsHowAnswersAreMade() throws Exception {
        JsonNode status = client.json("/api/assistant");
        assertThat(status.get("mode").asString()).isEqualTo("EXTRACTIVE");
        assertThat(status.get("model").isNull()).isTrue();
    }

    private void awaitStatus(String conversation, String status) {
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                        client.json("/api/conversations/" + conversation + "/messages")
                                .at("/items/0/status")
                                .asString())
                .isEqualTo(status));
    }

    private String title(String conversation) throws Exception {
        return client.json("/api/conversations/" + conversation).get("title").asString();
    }

    private static JsonNode finished(List<Event> events) {
        return events.get(events.size() - 1).data().get("answer");
    }
}
