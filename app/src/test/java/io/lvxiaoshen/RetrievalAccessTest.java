package io.lvxiaoshen;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.ApiClient.Event;
import io.lvxiaoshen.People.Person;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer never holds what the person who asks may not read. */
@AssembledTest
class RetrievalAccessTest {
    private static final String QUESTION = "未经批准临时使用绿地罚款多少？";

    @Autowired
    People people;

    @Test
    void answersOnlyFromWhatTheAskerMayRead() throws Exception {
        ApiClient administrator = people.administrator();
        String own = people.ownRole(
                administrator,
                List.of("knowledge-base.read", "knowledge-base.write", "document.upload", "conversation.own"));
        Person owner = people.with(administrator, List.of(own));
        Person stranger = people.with(administrator, List.of(own));
        Person official = people.with(administrator, List.of(people.builtIn(administrator, "OFFICIAL")));
        String base = owner.client().createKnowledgeBase("本人的知识库");
        owner.client().upload(base, Examples.all());
        owner.client().awaitAtRest(base, Duration.ofMinutes(3));

        assertThat(answer(owner.client(), base)).isEqualTo("ANSWERED");
        assertThat(answer(official.client(), base)).isEqualTo("ANSWERED");
        assertThat(answer(stranger.client(), base)).as("chosen").isEqualTo("REFUSED");
        assertThat(answer(stranger.client(), null)).as("all").isEqualTo("REFUSED");

        String grant = "{\"subjectType\":\"ACCOUNT\",\"subjectId\":\"" + stranger.id()
                + "\",\"permission\":\"knowledge-base.read\"}";
        String grants = "/api/objects/knowledge-base/" + base + "/grants";
        assertThat(administrator.send("PUT", grants, grant).statusCode()).isEqualTo(204);
        assertThat(answer(stranger.client(), null)).as("granted").isEqualTo("ANSWERED");
        assertThat(stranger.client().all("/api/knowledge-bases")).hasSize(1);
        assertThat(stranger.client().documents(base)).isNotEmpty();
        assertThat(stranger.client()
                        .send("DELETE", "/api/knowledge-bases/" + base, "")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String answer(ApiClient client, @Nullable String base) throws Exception {
        String conversation;
        if (base == null) {
            String created = client.send("POST", "/api/conversations", "{\"knowledgeBaseIds\":[]}")
                    .body();
            conversation = new JsonMapper().readTree(created).get("id").asString();
        } else {
            conversation = client.startConversation(base);
        }
        List<Event> events = client.ask(conversation, QUESTION);
        JsonNode answer = events.get(events.size() - 1).data().get("answer");
        boolean cited = !answer.get("citations").isEmpty();
        String status = answer.get("status").asString();
        assertThat(cited).as("cites").isEqualTo(status.equals("ANSWERED"));
        return status;
    }
}
