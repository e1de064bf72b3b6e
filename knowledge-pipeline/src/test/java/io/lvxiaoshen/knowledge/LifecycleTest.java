package io.lvxiaoshen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lvxiaoshen.knowledge.Browser.FilePart;
import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocument;
import io.lvxiaoshen.platform.event.DocumentRemoved;
import io.lvxiaoshen.platform.event.KnowledgeBaseRemoved;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From an upload to search and away again. */
class LifecycleTest extends KnowledgeTest {

    @Autowired
    DocumentChunks chunks;

    @Test
    void bringsAFileFromUploadToSearch() throws Exception {
        String base = browser.createKnowledgeBase();
        JsonNode document = uploaded(base, "办法.md", Samples.STATUTE);

        assertThat(document.get("stage").asString()).isEqualTo("SEARCHABLE");
        assertThat(document.get("title").asString()).isEqualTo("滨江绿地养护办法");
        assertThat(document.get("articles").asInt()).isEqualTo(5);
        assertThat(document.get("progress").asDouble()).isEqualTo(1);
        ChunkedDocument stored =
                chunks.find(UUID.fromString(document.get("id").asString()), 1).orElseThrow();
        assertThat(stored.chunks()).hasSize(document.get("chunks").asInt());
        assertThat(stored.key().knowledgeBaseId()).hasToString(base);
        assertThat(chunks.all()).contains(stored.key());
        assertThat(filesBeingRead()).isEmpty();
        JsonNode counts = browser.json("/api/knowledge-bases/" + base);
        assertThat(counts.get("documents").get("searchable").asInt()).isEqualTo(1);
        assertThat(counts.get("chunks").asInt())
                .isEqualTo(document.get("chunks").asInt());
    }

    @Test
    void showsTheWholeArticleWithItsPlaceInTheText() throws Exception {
        String path = "/api/documents/"
                + uploaded(browser.createKnowledgeBase(), "办法.md", Samples.STATUTE)
                        .get("id")
                        .asString();

        JsonNode article = browser.json(path + "/articles/3");
        assertThat(article.get("text").asString()).isEqualTo("第三条 养护单位应当履行下列职责：\n（一）每日巡查；\n（二）及时浇水。");
        assertThat(article.get("headingPath").toString()).contains("滨江绿地养护办法", "第二章 养护", "第一节 日常养护");
        assertThat(browser.json(path + "/articles/3-1").get("label").asString()).isEqualTo("第三条之一");
        assertThat(browser.send("GET", path + "/articles/99", "").statusCode()).isEqualTo(404);
        StringBuilder text = new StringBuilder();
        for (JsonNode element : browser.json(path + "/elements?limit=1000").get("items")) {
            text.append(text.isEmpty() ? "" : "\n").append(element.get("text").asString());
        }
        assertThat(text.substring(
                        article.get("start").asInt(), article.get("end").asInt()))
                .isEqualTo(article.get("text").asString());
    }

    @Test
    void pagesThroughElementsAndChunks() throws Exception {
        String path = "/api/documents/"
                + uploaded(browser.createKnowledgeBase(), "办法.md", Samples.STATUTE)
                        .get("id")
                        .asString();
        for (String list : List.of("elements", "chunks")) {
            JsonNode all = browser.json(path + "/" + list).get("items");
            JsonNode first = browser.json(path + "/" + list + "?limit=2");
            JsonNode second = browser.json(
                    path + "/" + list + "?limit=200&cursor=" + first.get("next").asString());
            assertThat(first.get("items").size() + second.get("items").size()).isEqualTo(all.size());
            assertThat(second.get("next").isNull()).isTrue();
        }
        assertThat(browser.send("GET", path + "/chunks?limit=201", "").statusCode())
                .isEqualTo(422);
        assertThat(browser.send("GET", path + "/chunks?cursor=x", "").statusCode())
                .isEqualTo(422);
    }

    @Test
    void givesTheOriginalBackUnderItsChineseName() throws Exception {
        JsonNode document = uploaded(browser.createKnowledgeBase(), "养护 办法.md", Samples.STATUTE);
        HttpResponse<String> original =
                browser.send("GET", "/api/documents/" + document.get("id").asString() + "/original", "");
        assertThat(original.body()).isEqualTo(Samples.STATUTE);
        assertThat(original.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E5%85%BB%E6%8A%A4%20%E5%8A%9E%E6%B3%95.md");
        assertThat(original.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void keepsASharedOriginalUntilItsLastDocumentGoes() throws Exception {
        String content = "第一条 共享的内容。";
        JsonNode one = uploaded(browser.createKnowledgeBase(), "甲.txt", content);
        JsonNode two = uploaded(browser.createKnowledgeBase(), "乙.txt", content);
        String digest = one.get("sha256").asString();
        assertThat(two.get("sha256").asString()).isEqualTo(digest);

        remove("/api/documents/" + one.get("id").asString());
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).until(() -> storedObjects()
                .contains(digest));
        remove("/api/documents/" + two.get("id").asString());
        await().atMost(Duration.ofSeconds(20)).until(() -> !storedObjects().contains(digest));
        assertThat(index.seen())
                .contains(new DocumentRemoved(
                        UUID.fromString(two.get("knowledgeBaseId").asString()),
                        UUID.fromString(two.get("id").asString())));
    }

    @Test
    void removesAKnowledgeBaseWhileItsFilesAreBeingRead() throws Exception {
        String base = browser.createKnowledgeBase();
        List<FilePart> files = IntStream.range(0, 12)
                .mapToObj(i -> new FilePart("文件" + i + ".txt", Samples.text("第一条 内容" + i + "。\n".repeat(200))))
                .toList();
        JsonNode items = browser.upload(base, files);
        assertThat(items)
                .allSatisfy(item -> assertThat(item.get("problem").isNull()).isTrue());

        remove("/api/knowledge-bases/" + base);

        List<String> digests = new java.util.ArrayList<>();
        items.forEach(item -> digests.add(item.get("document").get("sha256").asString()));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(storedObjects()).doesNotContainAnyElementsOf(digests);
            assertThat(filesBeingRead()).isEmpty();
        });
        assertThat(index.seen()).contains(new KnowledgeBaseRemoved(UUID.fromString(base)));
        assertThat(browser.send("GET", "/api/knowledge-bases/" + base, "").statusCode())
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from knowledge.chunk c left join knowledge.document d"
                                + " on d.id = c.document_id where d.id is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void triesAgainWhatTheIndexCouldNotDo() throws Exception {
        index.answer(TestIndex.Answer.FAILED);
        JsonNode failed = uploaded(browser.createKnowledgeBase(), "办法.md", Samples.STATUTE + "\n1");
        assertThat(failed.get("stage").asString()).isEqualTo("FAILED");
        assertThat(failed.get("reason").asString()).isEqualTo("索引磁盘已满。");
        assertThat(failed.get("hint").asString()).contains("重试");

        index.answer(TestIndex.Answer.INDEXED);
        String path = "/api/documents/" + failed.get("id").asString();
        assertThat(browser.send("POST", path + "/retry", "").statusCode()).isEqualTo(202);
        JsonNode searchable = browser.awaitEnd(failed.get("id").asString());
        assertThat(searchable.get("stage").asString()).isEqualTo("SEARCHABLE");
        UUID id = UUID.fromString(failed.get("id").asString());
        assertThat(chunks.find(id, 1)).isEmpty();
        assertThat(chunks.find(id, 2)).isPresent();
        assertThat(browser.send("POST", path + "/retry", "").body()).contains("document-not-failed");
    }

    @Test
    void showsHowFarTheIndexHasCome() throws Exception {
        index.answer(TestIndex.Answer.HALF_DONE);
        String base = browser.createKnowledgeBase();
        JsonNode item = browser.upload(base, "办法.md", Samples.text(Samples.STATUTE + "\n2"));
        String path = "/api/documents/" + item.get("document").get("id").asString();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> browser.json(path).get("progress").asDouble() == 0.5);
        assertThat(browser.json(path).get("stage").asString()).isEqualTo("INDEXING");
        assertThat(browser.json("/api/knowledge-bases/" + base)
                        .get("documents")
                        .get("inProgress")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void givesUpOnAFileThatKilledTheProcessThreeTimes() throws Exception {
        JsonNode document = uploaded(browser.createKnowledgeBase(), "办法.md", Samples.STATUTE + "\n3");
        UUID id = UUID.fromString(document.get("id").asString());
        // As after three crashes in the middle of parsing: the attempts were counted, nothing else happened.
        jdbc.sql("update knowledge.document set stage = 'FAILED', attempts = 0 where id = :id")
                .param("id", id)
                .update();
        browser.send("POST", "/api/documents/" + id + "/retry", "");
        browser.awaitEnd(id.toString());
        jdbc.sql("update knowledge.document set stage = 'PARSING', attempts = 3 where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("insert into platform.job (task_name, task_instance, execution_time, picked, version)"
                        + " values ('knowledge-ingestion', :instance, now(), false, 1)")
                .param("instance", id + "/2")
                .update();
        JsonNode failed = browser.awaitEnd(id.toString());
        assertThat(failed.get("stage").asString()).isEqualTo("FAILED");
        assertThat(failed.get("reason").asString()).contains("3 次意外中断");
    }

    private JsonNode uploaded(String base, String name, String text) throws Exception {
        JsonNode item = browser.upload(base, name, Samples.text(text));
        assertThat(item.get("problem").isNull()).as(item.toString()).isTrue();
        return browser.awaitEnd(item.get("document").get("id").asString());
    }

    private void remove(String path) throws Exception {
        assertThat(browser.send("DELETE", path, "").statusCode()).isEqualTo(204);
    }
}
