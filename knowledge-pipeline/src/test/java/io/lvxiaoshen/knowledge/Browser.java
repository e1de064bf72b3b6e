package io.lvxiaoshen.knowledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A signed-in browser's view of the HTTP interface. */
final class Browser {
    static final String PASSWORD = "correct horse battery";

    private static final String BOUNDARY = "----parts-of-a-form";

    private final JsonMapper json = new JsonMapper();
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port;

    Browser(int port) throws IOException, InterruptedException {
        this.port = port;
        send("GET", "/api/session", "");
        HttpResponse<String> response =
                send("POST", "/api/session", "{\"username\":\"admin\",\"password\":\"" + PASSWORD + "\"}");
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.body());
        }
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return send(method, path, "application/json", BodyPublishers.ofString(body));
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send("GET", path, "");
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return json.readTree(response.body());
    }

    String createKnowledgeBase() throws IOException, InterruptedException {
        HttpResponse<String> created = send("POST", "/api/knowledge-bases", "{\"name\":\"法规\",\"description\":\"测试\"}");
        return json.readTree(created.body()).get("id").asString();
    }

    /** Uploads the files in one request, as streams, and returns the items of the answer. */
    JsonNode upload(String knowledgeBase, List<FilePart> files) throws IOException, InterruptedException {
        List<InputStream> body = new ArrayList<>();
        for (FilePart file : files) {
            body.add(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                    + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            body.add(file.content());
            body.add(bytes("\r\n"));
        }
        body.add(bytes("--" + BOUNDARY + "--\r\n"));
        HttpResponse<String> response = send(
                "POST",
                "/api/knowledge-bases/" + knowledgeBase + "/documents",
                "multipart/form-data; boundary=" + BOUNDARY,
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(body))));
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return json.readTree(response.body()).get("items");
    }

    JsonNode upload(String knowledgeBase, String name, byte[] content) throws IOException, InterruptedException {
        return upload(knowledgeBase, List.of(new FilePart(name, content))).get(0);
    }

    /** Waits until the document is searchable, rejected or failed, and returns it. */
    JsonNode awaitEnd(String document) throws IOException, InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        JsonNode now = json("/api/documents/" + document);
        while (!List.of("SEARCHABLE", "REJECTED", "FAILED")
                .contains(now.get("stage").asString())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("still " + now);
            }
            Thread.sleep(50);
            now = json("/api/documents/" + document);
        }
        return now;
    }

    private HttpResponse<String> send(String method, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .header("X-XSRF-TOKEN", token)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    record FilePart(String name, InputStream content) {
        FilePart(String name, byte[] content) {
            this(name, new ByteArrayInputStream(content));
        }
    }
}
