package io.lvxiaoshen.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = io.lvxiaoshen.platform.PlatformTestApplication.class,
        properties = "lvxiaoshen.platform.administrator-password=correct horse battery")
class SessionTest {
    private static final String RIGHT = "{\"username\":\"admin\",\"password\":\"correct horse battery\"}";
    private static final String WRONG = "{\"username\":\"admin\",\"password\":\"wrong\"}";

    @TempDir
    static Path data;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) {
        registry.add("lvxiaoshen.platform.data", data::toString);
    }

    @BeforeEach
    void unlock() throws Exception {
        jdbc.sql("update platform.account set failed_sign_ins = 0, locked_until = null")
                .update();
        get("/api/session");
    }

    @Test
    void signsInAndOut() throws Exception {
        assertThat(get("/api/session").statusCode()).isEqualTo(401);
        assertThat(send("POST", "/api/session", RIGHT).body()).contains("\"username\":\"admin\"", "ADMINISTRATOR");
        assertThat(get("/api/session").statusCode()).isEqualTo(200);
        assertThat(send("DELETE", "/api/session", "").statusCode()).isEqualTo(204);
        assertThat(get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void givesTheSameAnswerForAWrongNameAsForAWrongPassword() throws Exception {
        HttpResponse<String> wrongPassword = send("POST", "/api/session", WRONG);
        HttpResponse<String> wrongName = send("POST", "/api/session", WRONG.replace("admin", "nobody"));
        assertThat(wrongPassword.statusCode()).isEqualTo(401);
        assertThat(wrongPassword.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(wrongPassword.body())
                .contains("sign-in-refused", "用户名或密码不正确")
                .isEqualTo(wrongName.body());
    }

    @Test
    void locksTheAccountAfterFiveFailures() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(send("POST", "/api/session", WRONG).statusCode()).isEqualTo(401);
        }
        assertThat(send("POST", "/api/session", RIGHT).statusCode()).isEqualTo(429);
    }

    @Test
    void refusesAChangeWithoutTheTokenAgainstForgery() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(RIGHT))
                .build();
        HttpResponse<String> refused = client.send(request, BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("csrf-refused");
    }

    @Test
    void letsNobodyInWhoIsNotSignedIn() throws Exception {
        assertThat(get("/api/anything").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/env").statusCode()).isEqualTo(401);
        assertThat(send("PUT", "/somewhere", "").statusCode()).isEqualTo(401);
    }

    @Test
    void saysWhichAddressDoesNotExist() throws Exception {
        send("POST", "/api/session", RIGHT);
        HttpResponse<String> response = get("/api/anything");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("\"code\":\"not-found\"", "hint");
    }

    @Test
    void keepsSessionsInTheDatabase() throws Exception {
        send("POST", "/api/session", RIGHT);
        assertThat(jdbc.sql("select count(*) from platform.http_session")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
