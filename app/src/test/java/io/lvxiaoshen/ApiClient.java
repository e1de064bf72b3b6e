package io.lvxiaoshen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the HTTP API as any program could write it: session cookie, token against forgery, JSON. */
final class ApiClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> AT_REST = Set.of("SEARCHABLE", "REJECTED", "FAILED");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String base;

    ApiClient(int port) {
        base = "http://localhost:" + port;
    }

    /** An event of an answer's stream. */
    record Event(String name, JsonNode data) {}

    /** A file to upload. */
    record Upload(String name, byte[] content) {
        static Upload of(Path file) throws IOException {
            return new Upload(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        }
    }

    void signIn(String password) throws Exception {
        signIn("admin", password);
    }

    void signIn(String username, String password) throws Exception {
        get("/api/session");
        HttpResponse<String> response =
                send("POST", "/api/session", "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}");
        if (response.statusCode() != 200) {
            throw new AssertionError("sign-in refused: " + response.body());
        }
    }

    String createKnowledgeBase(String name) throws Exception {
        HttpResponse<String> response =
                send("POST", "/api/knowledge-bases", "{\"name\":\"" + name + "\",\"description\":\"\"}");
        if (response.statusCode() != 201) {
            throw new AssertionError("knowledge base refused: " + response.body());
        }
        return JSON.readTree(response.body()).get("id").asString();
    }

    /** Uploads all files in one request and returns the items of the answer. */
    JsonNode upload(String knowledgeBase, List<Upload> files) throws Exception {
        String boundary = "----upload-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Upload file : files) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                            + file.name()
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = send(
                "POST",
                "/api/knowledge-bases/" + knowledgeBase + "/documents",
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofByteArray(body.toByteArray()));
        if (response.statusCode() != 200) {
            throw new AssertionError("upload refused: " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body()).get("items");
    }

    List<JsonNode> documents(String knowledgeBase) throws Exception {
        return all("/api/knowledge-bases/" + knowledgeBase + "/documents");
    }

    /** Reads every part of a keyset-paged list. */
    List<JsonNode> all(String path) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode slice = json(path + "?limit=200" + cursor);
            slice.get("items").forEach(items::add);
            if (slice.get("next").isNull()) {
                return items;
            }
            cursor = "&cursor=" + slice.get("next").asString();
        }
    }

    /** Waits until no document is on its way any more. */
    List<JsonNode> awaitAtRest(String knowledgeBase, Duration limit) throws Exception {
        Instant deadline = Instant.now().plus(limit);
        while (true) {
            List<JsonNode> documents = documents(knowledgeBase);
            if (documents.stream()
                    .allMatch(document -> AT_REST.contains(document.get("stage").asString()))) {
                return documents;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("documents still on their way after " + limit + ": " + documents);
            }
            Thread.sleep(300);
        }
    }

    String startConversation(String knowledgeBase) throws Exception {
        HttpResponse<String> response =
                send("POST", "/api/conversations", "{\"knowledgeBaseIds\":[\"" + knowledgeBase + "\"]}");
        return JSON.readTree(response.body()).get("id").asString();
    }

    /** Asks and reads the whole stream. */
    List<Event> ask(String conversation, String question) throws Exception {
        HttpResponse<Stream<String>> response = client.send(question(conversation, question), BodyHandlers.ofLines());
        List<Event> events = new ArrayList<>();
        String name = "";
        for (String line : (Iterable<String>) response.body()::iterator) {
            if (line.startsWith("event:")) {
                name = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                events.add(new Event(name, JSON.readTree(line.substring("data:".length()))));
            }
        }
        return events;
    }

    /** Asks and does not wait for the answer. */
    void askWithoutWaiting(String conversation, String question) {
        client.sendAsync(question(conversation, question), BodyHandlers.ofLines());
    }

    JsonNode json(String path) throws Exception {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
    }

    private HttpRequest question(String conversation, String question) {
        return HttpRequest.newBuilder(URI.create(base + "/api/conversations/" + conversation + "/questions"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .header("X-XSRF-TOKEN", token())
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString("{\"text\":\"" + question + "\"}"))
                .build();
    }

    /** Sends a body of JSON. */
    HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(method, path, "application/json", BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(String method, String path, String type, BodyPublisher body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", type)
                        .header("X-XSRF-TOKEN", token())
                        .timeout(Duration.ofMinutes(2))
                        .method(method, body)
                        .build(),
                BodyHandlers.ofString());
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
