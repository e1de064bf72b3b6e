package io.lvxiaoshen;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts for tests, made behind the interface; their roles are given through it. */
final class People {
    static final String PASSWORD = "correct horse battery";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Environment environment;

    /** Somebody with a client that is signed in. */
    record Person(UUID id, String username, ApiClient client) {}

    People(JdbcClient jdbc, PasswordEncoder passwords, Environment environment) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.environment = environment;
    }

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    ApiClient administrator() throws Exception {
        ApiClient client = new ApiClient(port());
        client.signIn(PASSWORD);
        return client;
    }

    /** Adds an account without any role. */
    UUID account(String username) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into platform.account (id, username, display_name, password_hash, roles, created_at)"
                        + " values (?, ?, '某人', ?, '{}', now())")
                .param(id)
                .param(username)
                .param(passwords.encode(PASSWORD))
                .update();
        return id;
    }

    /** Adds somebody with these roles, by their ids. */
    Person with(ApiClient administrator, List<String> roles) throws Exception {
        String username = "p" + UUID.randomUUID();
        UUID id = account(username);
        if (!roles.isEmpty()) {
            String body = JSON.writeValueAsString(Map.of("roleIds", roles));
            HttpResponse<String> response = administrator.send("PUT", "/api/accounts/" + id + "/roles", body);
            if (response.statusCode() != 200) {
                throw new AssertionError("roles refused: " + response.body());
            }
        }
        ApiClient client = new ApiClient(port());
        client.signIn(username, PASSWORD);
        return new Person(id, username, client);
    }

    /** Returns the id of a built-in role. */
    String builtIn(ApiClient administrator, String name) throws Exception {
        for (JsonNode role : administrator.all("/api/roles")) {
            if (role.get("name").asString().equals(name)) {
                return role.get("id").asString();
            }
        }
        throw new AssertionError("no role " + name);
    }

    /** Makes a role with these permissions in the scope {@code OWN} and returns its id. */
    String ownRole(ApiClient administrator, List<String> permissions) throws Exception {
        Map<String, String> scopes = new TreeMap<>();
        permissions.forEach(permission -> scopes.put(permission, "OWN"));
        String body = JSON.writeValueAsString(Map.of("label", "只限本人", "permissions", scopes));
        return JSON.readTree(administrator.send("POST", "/api/roles", body).body())
                .get("id")
                .asString();
    }
}
