package io.lvxiaoshen.platform.identity;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Makes passwords that are typed once and then changed: 20 characters, 99 bits. Thread-safe. */
@Component
class PasswordGenerator {
    /** Letters and digits that are not mistaken for one another. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 20;

    private final SecureRandom random = new SecureRandom();

    String next() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}
