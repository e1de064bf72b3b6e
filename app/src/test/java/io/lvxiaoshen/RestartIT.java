package io.lvxiaoshen;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.ApiClient.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The application as a process: first start, restart, another JDK. */
class RestartIT {
    private static final String QUESTION = "未经批准临时使用绿地罚款多少？";

    @TempDir
    Path data;

    @Test
    void keepsEverythingOverARestart() throws Exception {
        String password;
        String knowledgeBase;
        String conversation;
        try (ApplicationProcess first = ApplicationProcess.start(data)) {
            password = first.printedPassword();
            ApiClient client = new ApiClient(first.port());
            client.signIn(password);
            knowledgeBase = client.createKnowledgeBase("示例");
            client.upload(knowledgeBase, Examples.all());
            client.awaitAtRest(knowledgeBase, Duration.ofMinutes(2));
            conversation = client.startConversation(knowledgeBase);
            assertAnswered(client.ask(conversation, QUESTION));
            assertThat(first.stop()).as("stops on SIGTERM").isTrue();
        }
        try (ApplicationProcess second = ApplicationProcess.start(data)) {
            assertThat(second.output()).doesNotContain(password);
            ApiClient client = new ApiClient(second.port());
            client.signIn(password);
            assertThat(client.documents(knowledgeBase))
                    .hasSize(Examples.all().size())
                    .allMatch(document -> document.get("stage").asString().equals("SEARCHABLE"));
            assertThat(client.json("/api/conversations/" + conversation + "/messages")
                            .get("items"))
                    .hasSize(2);
            assertAnswered(client.ask(conversation, QUESTION));
            assertThat(logs()).doesNotContain(password);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "newer.jdk", matches = ".+")
    void answersOnANewerJdkToo() throws Exception {
        try (ApplicationProcess process = ApplicationProcess.start(Path.of(System.getProperty("newer.jdk")), data)) {
            ApiClient client = new ApiClient(process.port());
            client.signIn(process.printedPassword());
            String knowledgeBase = client.createKnowledgeBase("示例");
            client.upload(knowledgeBase, Examples.all());
            client.awaitAtRest(knowledgeBase, Duration.ofMinutes(2));
            assertAnswered(client.ask(client.startConversation(knowledgeBase), QUESTION));
        }
    }

    private String logs() throws Exception {
        return Files.readString(data.resolve("logs/lvxiaoshen.log"));
    }

    private static void assertAnswered(List<Event> events) {
        JsonNode answer = events.get(events.size() - 1).data().get("answer");
        assertThat(answer.get("status").asString()).isEqualTo("ANSWERED");
        assertThat(answer.get("text").asString()).contains("二百元以上五百元以下").contains("[1]");
        JsonNode citation = answer.get("citations").get(0);
        assertThat(citation.get("article").asString()).isEqualTo("第十一条");
        assertThat(citation.get("end").asInt())
                .isGreaterThan(citation.get("start").asInt());
    }
}
