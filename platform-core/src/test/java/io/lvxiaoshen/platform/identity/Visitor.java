package io.lvxiaoshen.platform.identity;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser: cookies, the token against forgery, JSON. */
final class Visitor {
    static final String PASSWORD = "correct horse battery";
    static final String OTHER_PASSWORD = "a staple for the horse";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final int port;

    Visitor(int port) throws Exception {
        this.port = port;
        get("/api/session");
    }

    /** A name and a password that sign in, and the account they belong to. */
    record Person(String id, String username, String password) {}

    /** An answer: status and, if there is one, JSON. */
    record Answer(int status, JsonNode body) {
        String code() {
            return body.path("code").asString("");
        }
    }

    static Visitor administrator(int port) throws Exception {
        return signedIn(port, "admin", PASSWORD);
    }

    static Visitor signedIn(int port, String username, String password) throws Exception {
        Visitor visitor = new Visitor(port);
        Answer answer = visitor.signIn(username, password);
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
        return visitor;
    }

    /** Takes a new person in, who has changed the initial password. */
    static Person newPerson(int port) throws Exception {
        String username = "person" + PEOPLE.incrementAndGet();
        Answer created =
                administrator(port).post("/api/people", Map.of("username", username, "displayName", "测试人员" + username));
        Visitor visitor =
                signedIn(port, username, created.body().get("password").asString());
        visitor.expect(
                204,
                visitor.put(
                        "/api/account/password",
                        Map.of("current", created.body().get("password").asString(), "replacement", PASSWORD)));
        return new Person(created.body().get("person").get("id").asString(), username, PASSWORD);
    }

    Answer signIn(String username, String password) throws Exception {
        return post("/api/session", Map.of("username", username, "password", password));
    }

    boolean isSignedIn() throws Exception {
        return get("/api/session").status() == 200;
    }

    Answer get(String path) throws Exception {
        return answer(client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString()));
    }

    Answer post(String path, Object body) throws Exception {
        return send("POST", path, body);
    }

    Answer put(String path, Object body) throws Exception {
        return send("PUT", path, body);
    }

    Answer delete(String path) throws Exception {
        return send("DELETE", path, Map.of());
    }

    Answer send(String method, String path, Object body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return answer(client.send(request, BodyHandlers.ofString()));
    }

    Answer expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError(answer);
        }
        return answer;
    }

    /** Opens an address and does not follow where it points. */
    HttpResponse<String> open(URI address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static Answer answer(HttpResponse<String> response) {
        String body = response.body().isEmpty() ? "{}" : response.body();
        return new Answer(response.statusCode(), JSON.readTree(body));
    }
}
