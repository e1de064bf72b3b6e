package io.lvxiaoshen;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.Endpoints.Endpoint;
import io.lvxiaoshen.People.Person;
import io.lvxiaoshen.platform.permission.Declaration;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every endpoint × every role × one's own and somebody else's object, over HTTP. What was called and what came back is
 * printed into {@code target/access-matrix.md}.
 */
@AssembledTest
class AccessMatrixTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([A-Za-z]+)}");
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    /** Enough for a question; everything else may refuse it once it has come so far. */
    private static final String BODY = "{\"text\":\"你好\"}";

    private static final String MINE = "knowledge-base.read knowledge-base.write document.upload conversation.own";
    private static final Set<String> STRICTLY_OWN = Set.of("/api/conversations/", "/api/messages/");

    /** What each role may do at all; what it may do to others' objects ends with {@code !}. */
    private static final Map<String, String> ROLES = new LinkedHashMap<>(Map.of(
            "NOBODY",
            "",
            "ADMINISTRATOR",
            "account.manage! audit.read! operation.read! knowledge-base.read! knowledge-base.write! document.upload!"
                    + " conversation.own",
            "KNOWLEDGE_MANAGER",
            "knowledge-base.read! knowledge-base.write! document.upload! conversation.own",
            "OFFICIAL",
            "knowledge-base.read! conversation.own",
            "AUDITOR",
            "audit.read!",
            "OWN",
            MINE));

    @Autowired
    Endpoints endpoints;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final List<String> leaks = new ArrayList<>();
    private final StringBuilder table =
            new StringBuilder("| call | role | object | expected | answer |\n|---|---|---|---|---|\n");

    @Test
    void leaksNothing() throws Exception {
        ApiClient administrator = people.administrator();
        Map<String, Person> callers = callers(administrator);
        UUID other = people.account("other-" + UUID.randomUUID());
        int calls = 0;
        for (Endpoint endpoint : endpoints.all()) {
            boolean called =
                    endpoint.pattern().startsWith("/api/") || endpoint.pattern().startsWith("/actuator");
            if (!called || endpoint.declaration().kind() == Declaration.Kind.OPEN) {
                continue;
            }
            ApiClient anonymous = new ApiClient(people.port());
            anonymous.get("/api/session");
            expect(endpoint, "ANONYMOUS", "–", 401, call(anonymous, endpoint, filled(endpoint, other)));
            calls++;
            for (Map.Entry<String, Person> entry : callers.entrySet()) {
                for (UUID owner : List.of(entry.getValue().id(), other)) {
                    Person caller = entry.getValue();
                    HttpResponse<String> answer = call(caller.client(), endpoint, filled(endpoint, owner));
                    boolean own = owner.equals(caller.id());
                    int expected = expected(endpoint, entry.getKey(), own);
                    expect(endpoint, entry.getKey(), own ? "own" : "foreign", expected, answer);
                    calls++;
                    if (expected == 404) {
                        expectSameOfNothing(endpoint, caller.client(), answer);
                    }
                    if (caller.client().get("/api/session").statusCode() == 401) {
                        caller.client().signIn(caller.username(), People.PASSWORD);
                    }
                }
            }
        }
        Files.writeString(Path.of("target/access-matrix.md"), table);
        assertThat(calls).isGreaterThan(300);
        assertThat(leaks).isEmpty();
    }

    @Test
    void listsNothingForeign() throws Exception {
        UUID other = people.account("other-" + UUID.randomUUID());
        List<UUID> foreign = List.of(knowledgeBase(other), conversation(other));
        for (Map.Entry<String, Person> caller : callers(people.administrator()).entrySet()) {
            for (Endpoint endpoint : endpoints.all()) {
                boolean list = endpoint.method().equals("GET")
                        && endpoint.pattern().startsWith("/api/")
                        && !endpoint.pattern().contains("{");
                if (list && !hasEverywhere(caller.getKey(), endpoint.declaration())) {
                    String body =
                            caller.getValue().client().get(endpoint.pattern()).body();
                    for (UUID id : foreign) {
                        assertThat(body)
                                .as("%s as %s", endpoint.pattern(), caller.getKey())
                                .doesNotContain(id.toString());
                    }
                }
            }
        }
    }

    private static boolean hasEverywhere(String role, Declaration declaration) {
        return List.of(ROLES.getOrDefault(role, "").split(" ")).contains(declaration.permission() + "!");
    }

    private Map<String, Person> callers(ApiClient administrator) throws Exception {
        Map<String, Person> callers = new LinkedHashMap<>();
        for (String role : ROLES.keySet()) {
            List<String> given =
                    switch (role) {
                        case "NOBODY" -> List.of();
                        case "OWN" -> List.of(people.ownRole(administrator, List.of(MINE.split(" "))));
                        default -> List.of(people.builtIn(administrator, role));
                    };
            callers.put(role, people.with(administrator, given));
        }
        return callers;
    }

    /** Returns the status that is due; 0 stands for any but a refusal. */
    private static int expected(Endpoint endpoint, String role, boolean own) {
        Declaration declaration = endpoint.declaration();
        if (declaration.kind() == Declaration.Kind.SIGNED_IN) {
            return 0;
        }
        List<String> held = List.of(ROLES.getOrDefault(role, "").split(" "));
        boolean everywhere = hasEverywhere(role, declaration);
        if (!everywhere && !held.contains(declaration.permission())) {
            return 403;
        }
        boolean namesAnObject =
                !declaration.objectType().isEmpty() || STRICTLY_OWN.stream().anyMatch(endpoint.pattern()::startsWith);
        return own || everywhere || !namesAnObject ? 0 : 404;
    }

    private void expect(Endpoint endpoint, String role, String object, int expected, HttpResponse<String> answer) {
        int status = answer.statusCode();
        String line = "| `%s %s` | %s | %s | %s | %d |\n"
                .formatted(
                        endpoint.method(),
                        endpoint.pattern(),
                        role,
                        object,
                        expected == 0 ? "allowed" : expected,
                        status);
        table.append(line);
        boolean hidden = answer.body() != null
                && Pattern.compile("\"detail\":\"(知识库|文件|会话|消息)不存在")
                        .matcher(answer.body())
                        .find();
        boolean right = expected == 0 ? status != 401 && status != 403 && !hidden : status == expected;
        if (!right) {
            leaks.add(line + answer.body());
        }
    }

    /** What is said of somebody else's object is word for word what is said where there is none. */
    private void expectSameOfNothing(Endpoint endpoint, ApiClient client, HttpResponse<String> foreign)
            throws Exception {
        String nowhere = VARIABLE.matcher(endpoint.pattern())
                .replaceAll(variable -> variable.group(1).equals("id")
                        ? UUID.randomUUID().toString()
                        : variable.group(1).equals("type") ? "knowledge-base" : "1");
        HttpResponse<String> absent = call(client, endpoint, nowhere);
        if (!UUIDS.matcher(foreign.body())
                .replaceAll("")
                .equals(UUIDS.matcher(absent.body()).replaceAll(""))) {
            leaks.add("foreign: " + foreign.body() + ", absent: " + absent.body());
        }
    }

    private static HttpResponse<String> call(ApiClient client, Endpoint endpoint, String path) throws Exception {
        boolean upload = endpoint.method().equals("POST") && endpoint.pattern().endsWith("/documents");
        return client.send(
                endpoint.method(),
                path,
                upload ? "multipart/form-data; boundary=b" : "application/json",
                upload
                        ? BodyPublishers.ofString(
                                "--b\r\nContent-Disposition: form-data; name=\"none\"\r\n\r\n\r\n--b--\r\n")
                        : endpoint.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(BODY));
    }

    /** Returns the endpoint's path with the ids of fresh objects of {@code owner} in it. */
    private String filled(Endpoint endpoint, UUID owner) {
        Matcher variables = VARIABLE.matcher(endpoint.pattern());
        String path = variables.replaceAll(variable -> switch (variable.group(1)) {
            case "id" -> object(endpoint, owner).toString();
            case "key" -> "1";
            case "type" -> "knowledge-base";
            default -> UUID.randomUUID().toString();
        });
        return path.replace("/**", "");
    }

    private UUID object(Endpoint endpoint, UUID owner) {
        String pattern = endpoint.pattern();
        if (endpoint.declaration().objectType().equals("document")) {
            return document(knowledgeBase(owner));
        }
        if (pattern.startsWith("/api/knowledge-bases/") || pattern.startsWith("/api/objects/")) {
            return knowledgeBase(owner);
        }
        if (pattern.startsWith("/api/conversations/")) {
            return conversation(owner);
        }
        if (pattern.startsWith("/api/messages/")) {
            return message(conversation(owner));
        }
        return pattern.startsWith("/api/accounts/")
                ? jdbc.sql("insert into platform.account (id, username, display_name, password_hash, roles, created_at)"
                                + " values (gen_random_uuid(), gen_random_uuid(), '某人', '', '{}', now()) returning id")
                        .query(UUID.class)
                        .single()
                : UUID.randomUUID();
    }

    private UUID knowledgeBase(UUID owner) {
        return insert(
                "insert into knowledge.knowledge_base (id, owner, name, description, created_at, updated_at)"
                        + " values (gen_random_uuid(), ?, '知识库', '', now(), now()) returning id",
                owner);
    }

    private UUID document(UUID base) {
        return insert(
                "insert into knowledge.document"
                        + " (id, knowledge_base_id, name, size, sha256, stage, uploaded_at, updated_at) values"
                        + " (gen_random_uuid(), ?, '文件', 0, repeat('0', 64), 'REJECTED', now(), now()) returning id",
                base);
    }

    private UUID conversation(UUID owner) {
        return insert(
                "insert into agent.conversation (id, account_id, knowledge_base_ids, created_at, updated_at)"
                        + " values (gen_random_uuid(), ?, '{}', now(), now()) returning id",
                owner);
    }

    private UUID message(UUID conversation) {
        return insert(
                "insert into agent.message (id, conversation_id, role, status, text, created_at)"
                        + " values (gen_random_uuid(), ?, 'ASSISTANT', 'ANSWERED', '', now()) returning id",
                conversation);
    }

    private UUID insert(String sql, UUID parameter) {
        return jdbc.sql(sql).param(parameter).query(UUID.class).single();
    }
}
