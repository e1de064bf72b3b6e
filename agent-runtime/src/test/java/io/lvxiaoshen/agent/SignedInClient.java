package io.lvxiaoshen.agent;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser's view of the HTTP interface: cookies, the token against forgery, and event streams. */
public final class SignedInClient {
    public static final String PASSWORD = "correct horse battery";

    private final JsonMapper json = new JsonMapper();
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final int port;

    public SignedInClient(int port) throws IOException, InterruptedException {
        this.port = port;
        get("/api/session");
        HttpResponse<String> response =
                send("POST", "/api/session", "{\"username\":\"admin\",\"password\":\"" + PASSWORD + "\"}");
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.body());
        }
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return json.readTree(response.body());
    }

    public HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return client.send(request(method, path, body), BodyHandlers.ofString());
    }

    /** Creates a conversation over all knowledge bases and returns its id. */
    public String conversation() throws IOException, InterruptedException {
        return json.readTree(send("POST", "/api/conversations", "{\"knowledgeBaseIds\":[]}")
                        .body())
                .get("id")
                .asString();
    }

    /** Asks and reads the stream to its end. */
    public List<Event> ask(String conversation, String question) throws IOException, InterruptedException {
        try (AskedStream stream = open(conversation, question)) {
            return stream.rest();
        }
    }

    /** Asks; the stream is read by the caller. */
    public AskedStream open(String conversation, String question) throws IOException, InterruptedException {
        return openAsync(conversation, question).join();
    }

    /** Asks without waiting for the first byte. */
    public CompletableFuture<AskedStream> openAsync(String conversation, String question) {
        HttpRequest request = request(
                "POST",
                "/api/conversations/" + conversation + "/questions",
                json.writeValueAsString(json.createObjectNode().put("text", question)));
        return client.sendAsync(request, BodyHandlers.ofLines()).thenApply(response -> {
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + " "
                        + String.join("\n", response.body().toList()));
            }
            return new AskedStream(response.body());
        });
    }

    private HttpRequest request(String method, String path, String body) {
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream, application/json, application/problem+json")
                .header("X-XSRF-TOKEN", token)
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** One event of a stream. */
    public record Event(String name, JsonNode data) {}

    /** The events of an answer as they come. */
    public final class AskedStream implements AutoCloseable {
        private final Stream<String> lines;
        private final Iterator<String> iterator;

        private AskedStream(Stream<String> lines) {
            this.lines = lines;
            this.iterator = lines.iterator();
        }

        /** Waits for the next event. */
        public Event next() {
            String name = "";
            while (true) {
                String line = iterator.next();
                if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    return new Event(name, json.readTree(line.substring("data:".length())));
                }
            }
        }

        /** Reads until the answer has finished. */
        public List<Event> rest() {
            List<Event> events = new ArrayList<>();
            do {
                events.add(next());
            } while (!events.get(events.size() - 1).name().equals("finished"));
            return events;
        }

        /** Goes away, as a browser tab that is closed. */
        @Override
        public void close() {
            lines.close();
        }
    }
}
