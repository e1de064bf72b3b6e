package io.lvxiaoshen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Knowledge bases over HTTP. */
class KnowledgeBaseTest extends KnowledgeTest {

    @Test
    void createsChangesAndRemoves() throws Exception {
        String path = "/api/knowledge-bases/" + browser.createKnowledgeBase();
        assertThat(browser.send("PATCH", path, "{\"name\":\" 新名称 \"}").body())
                .contains("\"name\":\"新名称\"", "\"description\":\"测试\"");
        assertThat(browser.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(browser.send("GET", path, "").statusCode()).isEqualTo(404);
        assertThat(browser.send("DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(browser.send("PATCH", path, "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesBlankAndOverlongTexts() throws Exception {
        for (String body : List.of(
                "{}",
                "{\"name\":\" \\n\"}",
                "{\"name\":\"" + "长".repeat(101) + "\"}",
                "{\"name\":\"名\",\"description\":\"" + "长".repeat(2_001) + "\"}")) {
            HttpResponse<String> refused = browser.send("POST", "/api/knowledge-bases", body);
            assertThat(refused.statusCode()).as(body).isEqualTo(422);
            assertThat(refused.body()).contains("knowledge-base-", "hint");
        }
    }

    @Test
    void pagesNewestFirst() throws Exception {
        List<String> created =
                List.of(browser.createKnowledgeBase(), browser.createKnowledgeBase(), browser.createKnowledgeBase());
        Set<String> seen = new HashSet<>();
        String cursor = "";
        String first = "";
        do {
            JsonNode slice = browser.json("/api/knowledge-bases?limit=2" + cursor);
            for (JsonNode item : slice.get("items")) {
                first = first.isEmpty() ? item.get("id").asString() : first;
                assertThat(seen.add(item.get("id").asString())).isTrue();
            }
            cursor = slice.get("next").isNull()
                    ? ""
                    : "&cursor=" + slice.get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).containsAll(created);
        assertThat(first).isEqualTo(created.get(2));
    }

    @Test
    void refusesAnUploadWithoutFilesOrIntoNothing() throws Exception {
        String base = browser.createKnowledgeBase();
        HttpResponse<String> noForm = browser.send("POST", "/api/knowledge-bases/" + base + "/documents", "{}");
        assertThat(noForm.statusCode()).isEqualTo(415);
        assertThat(browser.send("GET", "/api/knowledge-bases/" + new java.util.UUID(0, 1) + "/documents", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.send("GET", "/api/knowledge-bases/nonsense/documents", "")
                        .statusCode())
                .isEqualTo(400);
    }
}
