package io.lvxiaoshen.bench.load;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the application over its public HTTP API. Thread-safe once signed in. */
final class AssistantClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String base;

    AssistantClient(String url) {
        base = url.replaceAll("/+$", "");
    }

    /**
     * How an answer came.
     *
     * @param firstNanos from the request to the first piece of text
     * @param gaps nanoseconds between following pieces
     * @param status what the answer ended as
     */
    record Timing(long firstNanos, List<Long> gaps, String status) {}

    void signIn(String username, String password) throws IOException, InterruptedException {
        client.send(HttpRequest.newBuilder(uri("/api/session")).build(), BodyHandlers.discarding());
        post("/api/session", Map.of("username", username, "password", password), 200);
    }

    String createKnowledgeBase(String name) throws IOException, InterruptedException {
        return post("/api/knowledge-bases", Map.of("name", name, "description", ""), 201)
                .get("id")
                .asString();
    }

    /** Uploads a file and does not wait for it to be searchable. */
    void upload(String knowledgeBase, Path file) throws IOException, InterruptedException {
        String boundary = "----bench-boundary";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                + file.getFileName() + "\"\r\n\r\n";
        send(
                "/api/knowledge-bases/" + knowledgeBase + "/documents",
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(Files.readAllBytes(file)),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")),
                200);
    }

    /** Returns whether every document of the knowledge base can be found. */
    boolean isSearchable(String knowledgeBase) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/knowledge-bases/" + knowledgeBase))
                .build();
        JsonNode documents = JSON.readTree(
                        client.send(request, BodyHandlers.ofString()).body())
                .get("documents");
        return documents.get("searchable").asInt() == documents.get("total").asInt();
    }

    String startConversation() throws IOException, InterruptedException {
        return post("/api/conversations", Map.of("knowledgeBaseIds", List.of()), 201)
                .get("id")
                .asString();
    }

    /**
     * Asks and reads the answer to its end.
     *
     * @throws IOException if the answer is refused by HTTP, breaks off or ends as failed
     */
    Timing ask(String conversation, String question) throws IOException, InterruptedException {
        HttpRequest request = request("/api/conversations/" + conversation + "/questions", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("text", question))))
                .build();
        long started = System.nanoTime();
        HttpResponse<Stream<String>> response = client.send(request, BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("HTTP " + response.statusCode());
            }
            return read(lines.iterator(), started);
        }
    }

    private static Timing read(Iterator<String> lines, long started) throws IOException {
        List<Long> gaps = new ArrayList<>();
        String event = "";
        long first = 0;
        long previous = started;
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("event:")) {
                event = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:") && event.equals("delta")) {
                long now = System.nanoTime();
                if (first == 0) {
                    first = now - started;
                } else {
                    gaps.add(now - previous);
                }
                previous = now;
            } else if (line.startsWith("data:") && event.equals("finished")) {
                JsonNode answer =
                        JSON.readTree(line.substring("data:".length())).get("answer");
                String status = answer.get("status").asString();
                if (status.equals("FAILED")) {
                    throw new IOException("回答失败：" + answer.get("reason").asString());
                }
                return new Timing(first == 0 ? System.nanoTime() - started : first, gaps, status);
            }
        }
        throw new IOException("回答中断");
    }

    private JsonNode post(String path, Object body, int expected) throws IOException, InterruptedException {
        return send(path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(body)), expected);
    }

    private JsonNode send(String path, String type, BodyPublisher body, int expected)
            throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request(path, type).POST(body).build(), BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IOException(path + "：HTTP " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder request(String path, String type) {
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .header("X-XSRF-TOKEN", token)
                .timeout(LIMIT);
    }

    private URI uri(String path) {
        return URI.create(base + path);
    }
}
