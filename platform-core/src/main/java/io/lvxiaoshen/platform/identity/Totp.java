package io.lvxiaoshen.platform.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238) with HMAC-SHA-1 and steps of 30 seconds: what every authenticator application
 * understands. What it is used for does not need SHA-1 to be free of collisions.
 */
final class Totp {
    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;

    private static final String ALGORITHM = "HmacSHA1";

    private Totp() {}

    /** Returns the number of the step that a time is in. */
    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /** Returns the code of a step (RFC 4226, 5.3), with leading zeroes. */
    static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%0" + digits + "d", number % (int) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-1", e);
        }
    }
}
