package io.lvxiaoshen;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.ApiClient.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} at a bad moment: what was accepted goes on after the restart, and nothing is left half done. */
class CrashIT {
    private static final List<String> TREES = List.of(
            "香樟", "银杏", "水杉", "梧桐", "广玉兰", "合欢", "栾树", "榉树", "桂花", "雪松", "罗汉松", "枫香", "无患子", "乌桕", "垂柳", "国槐", "女贞",
            "紫薇", "石榴", "枇杷", "海棠", "樱花", "腊梅", "棕榈");
    private static final int ARTICLES = 40;
    private static final String QUESTION = "绿地临时使用的期限有多长？";

    @TempDir
    Path data;

    @Test
    void goesOnWithTheIngestionAfterBeingKilledTwice() throws Exception {
        String password;
        String knowledgeBase;
        try (ApplicationProcess first = ApplicationProcess.start(data)) {
            password = first.printedPassword();
            ApiClient client = new ApiClient(first.port());
            client.signIn(password);
            knowledgeBase = client.createKnowledgeBase("崩溃");
            List<Upload> files = TREES.stream()
                    .map(tree -> Examples.generated(tree, ARTICLES))
                    .toList();
            client.upload(knowledgeBase, files);
            awaitSearchable(client, knowledgeBase, 2);
            first.kill();
        }
        try (ApplicationProcess second = ApplicationProcess.start(data)) {
            ApiClient client = new ApiClient(second.port());
            client.signIn(password);
            awaitSearchable(client, knowledgeBase, TREES.size() / 2);
            second.kill();
        }
        try (ApplicationProcess third = ApplicationProcess.start(data)) {
            ApiClient client = new ApiClient(third.port());
            client.signIn(password);
            List<JsonNode> documents = client.awaitAtRest(knowledgeBase, Duration.ofMinutes(3));
            assertThat(documents).hasSize(TREES.size()).allSatisfy(document -> {
                assertThat(document.get("stage").asString()).isEqualTo("SEARCHABLE");
                assertThat(document.get("articles").asInt()).isEqualTo(ARTICLES);
            });
            assertThat(storedObjects()).isEqualTo(digests(documents));
            for (String tree : TREES) {
                String question = tree + "的养护片多少天巡查一次？";
                assertThat(answer(client, client.startConversation(knowledgeBase), question))
                        .contains(tree + "第")
                        .contains("天巡查一次");
            }
        }
    }

    @Test
    void marksTheAnswerThatWasBeingWrittenAsFailed() throws Exception {
        String password;
        String conversation;
        try (ApplicationProcess first = ApplicationProcess.start(data)) {
            password = first.printedPassword();
            ApiClient client = new ApiClient(first.port());
            client.signIn(password);
            String knowledgeBase = client.createKnowledgeBase("崩溃");
            client.upload(knowledgeBase, Examples.all());
            client.awaitAtRest(knowledgeBase, Duration.ofMinutes(2));
            conversation = client.startConversation(knowledgeBase);
            client.askWithoutWaiting(conversation, QUESTION);
            awaitQuestion(client, conversation);
            first.kill();
        }
        try (ApplicationProcess second = ApplicationProcess.start(data)) {
            ApiClient client = new ApiClient(second.port());
            client.signIn(password);
            JsonNode messages = client.json("/api/conversations/" + conversation + "/messages")
                    .get("items");
            assertThat(messages).hasSize(2);
            JsonNode answer = messages.get(0);
            // Whether the process died before or after the answer was stored is a matter of milliseconds.
            assertThat(answer.get("status").asString()).isIn("FAILED", "ANSWERED");
            if (answer.get("status").asString().equals("FAILED")) {
                assertThat(answer.get("reason").asString()).contains("重启");
            }
            assertThat(answer(client, conversation, QUESTION)).contains("六个月");
        }
    }

    private static void awaitSearchable(ApiClient client, String knowledgeBase, int count) throws Exception {
        while (client.documents(knowledgeBase).stream()
                        .filter(document -> document.get("stage").asString().equals("SEARCHABLE"))
                        .count()
                < count) {
            Thread.sleep(50);
        }
    }

    private static void awaitQuestion(ApiClient client, String conversation) throws Exception {
        while (client.json("/api/conversations/" + conversation + "/messages")
                .get("items")
                .isEmpty()) {
            Thread.sleep(1);
        }
    }

    private static String answer(ApiClient client, String conversation, String question) throws Exception {
        List<ApiClient.Event> events = client.ask(conversation, question);
        return events.get(events.size() - 1).data().get("answer").get("text").asString();
    }

    private static Set<String> digests(List<JsonNode> documents) {
        return documents.stream()
                .map(document -> document.get("sha256").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> storedObjects() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("objects"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
