package io.lvxiaoshen.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = io.lvxiaoshen.platform.PlatformTestApplication.class,
        properties = "lvxiaoshen.platform.administrator-password=correct horse battery")
class AuditHttpTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    AuditLog log;

    @Autowired
    HeadSigner signer;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) {
        registry.add("lvxiaoshen.platform.data", data::toString);
    }

    @BeforeEach
    void fill() throws Exception {
        signer.stop();
        for (int i = 0; i < 5; i++) {
            log.recordNow(AuditEvent.done("test.filled", "thing", "物 " + i));
        }
        signer.sign();
        send("GET", "/api/session", "");
    }

    @Test
    void tellsNobodyWhoIsNotSignedIn() throws Exception {
        assertThat(send("GET", "/api/audit/entries", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/api/audit/export", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/api/audit/verification", "").statusCode()).isEqualTo(401);
    }

    @Test
    void listsEntriesInPagesAndByTheirParts() throws Exception {
        signIn();
        JsonNode first = json("/api/audit/entries?limit=3&objectType=thing");
        assertThat(first.get("items")).hasSize(3);
        JsonNode second = json("/api/audit/entries?limit=100&objectType=thing&cursor="
                + first.get("next").asString());
        assertThat(second.get("items").get(0).get("id").asString())
                .isLessThan(first.get("items").get(2).get("id").asString());
        assertThat(json("/api/audit/entries?action=test").get("items")).isNotEmpty();
        assertThat(json("/api/audit/entries?action=tes").get("items")).isEmpty();
        assertThat(json("/api/audit/entries?actor=nobody").get("items")).isEmpty();
        assertThat(send("GET", "/api/audit/entries?limit=100000", "").statusCode())
                .isEqualTo(422);
    }

    @Test
    void provesAnEntry() throws Exception {
        signIn();
        String id = json("/api/audit/entries?limit=1&objectType=thing")
                .get("items")
                .get(0)
                .get("id")
                .asString();
        JsonNode proof = json("/api/audit/entries/" + id + "/proof");
        assertThat(proof.get("root").asString()).hasSize(64);
        assertThat(proof.get("path")).isNotEmpty();
        assertThat(send("GET", "/api/audit/entries/00000000-0000-0000-0000-000000000000/proof", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void givesAnExportThatTheOfflineCheckAccepts() throws Exception {
        signIn();
        HttpRequest request = HttpRequest.newBuilder(uri("/api/audit/export")).build();
        Path export = folder.resolve("export.jsonl.gz");
        assertThat(client.send(request, BodyHandlers.ofFile(export)).statusCode())
                .isEqualTo(200);
        Path keys = Files.writeString(
                folder.resolve("keys.pem"),
                send("GET", "/api/audit/public-keys", "").body());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = OfflineAuditCheck.run(
                List.of(export.toString(), keys.toString()), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(JSON.readTree(send("GET", "/api/audit/verification", "").body())
                        .get("findings"))
                .isEmpty();
    }

    private void signIn() throws Exception {
        HttpResponse<String> answer =
                send("POST", "/api/session", "{\"username\":\"admin\",\"password\":\"correct horse battery\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = send("GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
