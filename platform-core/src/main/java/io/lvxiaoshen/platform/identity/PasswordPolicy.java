package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which passwords are good enough: long, not the name, not a common one, not one of the last five. Thread-safe. */
@Component
class PasswordPolicy {
    static final int MIN_LENGTH = 10;
    static final int MAX_LENGTH = 128;

    /** How many passwords are remembered, the present one among them. */
    static final int REMEMBERED = 5;

    private static final int LEAST_CHARACTERS = 4;
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    private final PasswordHasher hasher;
    private final @Nullable Duration maxAge;
    private final Set<String> common;

    PasswordPolicy(PasswordHasher hasher, IdentityProperties properties) {
        this.hasher = hasher;
        this.maxAge = properties.passwordMaxAge();
        this.common = read("common-passwords.txt");
    }

    /**
     * Checks what someone chose.
     *
     * @param former hashes of this account's last passwords
     * @throws ProblemException 422 that says what is wrong with it
     */
    void require(String username, String password, List<String> former) {
        if (password.length() < MIN_LENGTH || password.length() > MAX_LENGTH) {
            throw ProblemException.invalid("password-length", "新密码须为 10 至 128 个字符。", "请换一个更长的密码，例如几个不相关的词连在一起。");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(username.toLowerCase(Locale.ROOT))) {
            throw ProblemException.invalid("password-weak", "新密码不能包含用户名。", "请换一个密码。");
        }
        if (isCommon(lower)) {
            throw ProblemException.invalid("password-common", "这个密码太常见，容易被猜到。", "请换一个密码，例如几个不相关的词连在一起。");
        }
        if (former.stream().anyMatch(hash -> hasher.matches(password, hash))) {
            throw ProblemException.invalid("password-used", "新密码不能与最近五次用过的密码相同。", "请换一个密码。");
        }
    }

    boolean isTooOld(Instant changedAt, Instant now) {
        return maxAge != null && changedAt.plus(maxAge).isBefore(now);
    }

    private boolean isCommon(String lower) {
        return lower.chars().distinct().count() < LEAST_CHARACTERS
                || common.contains(lower)
                || common.contains(NOT_LETTERS.matcher(lower).replaceAll(""));
    }

    private static Set<String> read(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource(file, PasswordPolicy.class).getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
