package io.lvxiaoshen.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small OpenID provider (authorization code, PKCE, RS256) that checks what the client sends it, and gives out whatever
 * tokens a test makes it give.
 */
final class OidcServer implements AutoCloseable {
    static final String CLIENT = "lvxiaoshen";
    static final String SECRET = "a secret of the client";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private volatile String subject = "";
    private volatile String username = "";
    private volatile UnaryOperator<JWTClaimsSet.Builder> change = UnaryOperator.identity();
    private volatile RSAKey signingKey;

    OidcServer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("right").generate();
        signingKey = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, configuration()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on this person is signed in at the provider, and tokens are right. */
    void person(String newSubject, String newUsername) {
        subject = newSubject;
        username = newUsername;
        change = UnaryOperator.identity();
        signingKey = key;
    }

    /** Changes the claims of the tokens to come. */
    void misbehave(UnaryOperator<JWTClaimsSet.Builder> newChange) {
        change = newChange;
    }

    /** Signs the tokens to come with a key that is not published, under the name of the one that is. */
    void signWithUnknownKey() throws JOSEException {
        signingKey = new RSAKeyGenerator(2048).keyID("right").generate();
    }

    private Map<String, Object> configuration() {
        return Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/keys",
                "response_types_supported",
                new String[] {"code"},
                "subject_types_supported",
                new String[] {"public"},
                "id_token_signing_alg_values_supported",
                new String[] {"RS256"});
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        asked.put(code, query);
        exchange.getResponseHeaders()
                .add("Location", query.get("redirect_uri") + "?code=" + code + "&state=" + encoded(query.get("state")));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> body = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> query = asked.remove(body.getOrDefault("code", ""));
        String basic =
                Base64.getEncoder().encodeToString((CLIENT + ":" + encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
        if (query == null
                || !("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !challenge(body.getOrDefault("code_verifier", "")).equals(query.get("code_challenge"))) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        answer(
                exchange,
                200,
                Map.of(
                        "access_token",
                        "of no use",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        60,
                        "id_token",
                        idToken(String.valueOf(query.get("nonce")))));
    }

    private String idToken(String nonce) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(subject)
                .claim("preferred_username", username)
                .claim("name", "统一认证" + username)
                .claim("nonce", nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("right").build(),
                change.apply(claims).build());
        try {
            token.sign(new RSASSASigner(signingKey));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private void answer(HttpExchange exchange, int status, Map<String, ?> body) {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        try {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        exchange.close();
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            form.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
