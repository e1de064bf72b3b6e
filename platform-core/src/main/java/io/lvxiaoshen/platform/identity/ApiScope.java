package io.lvxiaoshen.platform.identity;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a token may reach: {@code conversations:read} is reading below {@code /api/conversations}, {@code conversations:write}
 * is everything there, and {@code *} in the place of the name stands for all that tokens may reach at all. A scope only
 * narrows what the account itself may do.
 *
 * @param resource first part of the path below {@code /api}, or {@code *}
 * @param write whether changing is included
 */
record ApiScope(String resource, boolean write) {
    private static final Pattern FORM = Pattern.compile("([a-z][a-z-]{0,49}|\\*):(read|write)");
    private static final Pattern PATH = Pattern.compile("/api/([a-z-]+)(?:/.*)?", Pattern.DOTALL);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** What proves an identity or administers it is for people who are signed in themselves. */
    private static final Set<String> CLOSED = Set.of("session", "account", "tokens");

    static boolean isScope(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() && !CLOSED.contains(matcher.group(1));
    }

    static ApiScope of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no scope: " + text);
        }
        return new ApiScope(matcher.group(1), matcher.group(2).equals("write"));
    }

    /** Returns whether the scope covers a request. */
    boolean covers(String method, String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.matches()
                && !CLOSED.contains(matcher.group(1))
                && (resource.equals("*") || resource.equals(matcher.group(1)))
                && (write || READING.contains(method));
    }
}
