package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.audit.AuditEvent;
import io.lvxiaoshen.platform.audit.AuditLog;
import io.lvxiaoshen.platform.crypto.CryptoService;
import io.lvxiaoshen.platform.crypto.KeyPurpose;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One-time codes from an authenticator application, and recovery codes in their place. */
@Service
class SecondFactor {
    private static final String ISSUER = "绿小申";
    private static final String COLUMN = "platform.account.totp_secret";
    private static final String OBJECT = "account";
    private static final int SECRET_BYTES = 20;

    /** Steps before and after the present one whose codes count: clocks differ, and typing takes a while. */
    private static final int DRIFT = 1;

    private static final Pattern CODE = Pattern.compile("\\d{" + Totp.DIGITS + "}");

    private final JdbcClient jdbc;
    private final CryptoService crypto;
    private final RecoveryCodes recovery;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactor(JdbcClient jdbc, CryptoService crypto, RecoveryCodes recovery, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.crypto = crypto;
        this.recovery = recovery;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a secret for the person's application. It counts for nothing until it is confirmed.
     *
     * @throws ProblemException 409 if there is a second factor already
     */
    Enrolment enrol(Account account) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        boolean stored = jdbc.sql("""
                        update platform.account set totp_secret = ?, totp_step = 0
                        where id = ? and not totp_confirmed
                        """)
                        .param(crypto.seal(KeyPurpose.SECRET, secret, context(account.id())))
                        .param(account.id())
                        .update()
                == 1;
        if (!stored) {
            throw ProblemException.conflict("second-factor-present", "您已启用动态口令。", "如需更换，请先停用再重新启用。");
        }
        String text = Base32.encode(secret);
        String label = encode(ISSUER) + ":" + encode(account.username());
        return new Enrolment(
                text,
                "otpauth://totp/%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                        .formatted(label, text, encode(ISSUER), Totp.DIGITS, Totp.STEP_SECONDS));
    }

    /**
     * Puts the second factor in force once the application has shown that it knows the secret.
     *
     * @return recovery codes, never to be seen again
     * @throws ProblemException 422 {@code second-factor-wrong}
     */
    @Transactional
    List<String> confirm(UUID account, String code) {
        if (!useCode(account, code, false)) {
            throw ProblemException.invalid("second-factor-wrong", "动态口令不正确。", "请核对手机时间，输入当前显示的六位数字。");
        }
        jdbc.sql("update platform.account set totp_confirmed = true where id = ?")
                .param(account)
                .update();
        audit.record(AuditEvent.done("account.enable-second-factor", OBJECT, account.toString()));
        return recovery.renew(account);
    }

    /** Takes the second factor from an account. */
    @Transactional
    void disable(UUID account) {
        jdbc.sql("update platform.account set totp_secret = null, totp_confirmed = false, totp_step = 0 where id = ?")
                .param(account)
                .update();
        recovery.clear(account);
        audit.record(AuditEvent.done("account.disable-second-factor", OBJECT, account.toString()));
    }

    /** Takes a one-time or recovery code of an account; none is taken twice, even of two requests at once. */
    boolean use(UUID account, String code) {
        String plain = code.strip();
        return CODE.matcher(plain).matches() ? useCode(account, plain, true) : recovery.use(account, plain);
    }

    int recoveryCodesLeft(UUID account) {
        return recovery.left(account);
    }

    private boolean useCode(UUID account, String code, boolean confirmed) {
        Optional<byte[]> secret = secret(account, confirmed);
        if (secret.isEmpty()) {
            return false;
        }
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        long now = Totp.step(clock.instant());
        for (long step = now - DRIFT; step <= now + DRIFT; step++) {
            byte[] right = Totp.code(secret.get(), step, Totp.DIGITS).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(given, right)) {
                return takeStep(account, step);
            }
        }
        return false;
    }

    /** Codes of a step that was used, or of an earlier one, do not count any more (RFC 6238, 5.2). */
    private boolean takeStep(UUID account, long step) {
        return jdbc.sql("update platform.account set totp_step = :step where id = :id and totp_step < :step")
                        .param("step", step)
                        .param("id", account)
                        .update()
                == 1;
    }

    private Optional<byte[]> secret(UUID account, boolean confirmed) {
        return jdbc.sql("""
                        select totp_secret from platform.account
                        where id = ? and totp_confirmed = ? and totp_secret is not null
                        """)
                .param(account)
                .param(confirmed)
                .query(byte[].class)
                .optional()
                .map(stored -> crypto.open(KeyPurpose.SECRET, stored, context(account)));
    }

    private static byte[] context(UUID account) {
        return (COLUMN + account).getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * What goes into the person's application.
     *
     * @param secret in Base32, for typing
     * @param uri the same for a QR code
     */
    record Enrolment(String secret, String uri) {}
}
