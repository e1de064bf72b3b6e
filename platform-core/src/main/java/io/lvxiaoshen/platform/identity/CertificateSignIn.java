package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.audit.AuditEvent;
import io.lvxiaoshen.platform.audit.AuditLog;
import io.lvxiaoshen.platform.crypto.Sm2PrivateKey;
import io.lvxiaoshen.platform.crypto.Sm2PublicKey;
import io.lvxiaoshen.platform.crypto.Sm3;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks signatures that a person's USB key made over a number of ours (SM2 with SM3 and the default user id, DER). The key
 * is something one has and takes a PIN, something one knows: no second factor beside it.
 */
@Service
class CertificateSignIn {
    private final Accounts accounts;
    private final Challenges challenges;
    private final SignInAttempts attempts;
    private final AuditLog audit;
    private final Sm2PublicKey keyOfNobody;

    CertificateSignIn(Accounts accounts, Challenges challenges, SignInAttempts attempts, AuditLog audit) {
        this.accounts = accounts;
        this.challenges = challenges;
        this.attempts = attempts;
        this.audit = audit;
        this.keyOfNobody = Sm2PrivateKey.generate(new SecureRandom()).publicKey();
    }

    /**
     * Returns the account whose registered key signed the number.
     *
     * @param nonce a number from {@link Challenges}, gone after this
     * @param signature in DER, over the UTF-8 bytes of the number
     * @throws ProblemException 401 {@code certificate-refused}, 403 {@code account-disabled}, or 429
     */
    Account check(String username, String nonce, byte[] signature, Attempt attempt) {
        attempts.begin(attempt);
        boolean fresh = challenges.take(nonce);
        Optional<Account> found = accounts.find(username);
        String pem = found.map(Account::sm2PublicKey).orElse(null);
        boolean signed = (pem == null ? keyOfNobody : Sm2PublicKey.ofPem(pem))
                .verify(nonce.getBytes(StandardCharsets.UTF_8), signature);
        if (found.isEmpty()) {
            attempts.failed(null, attempt, "unknown name");
            throw refused();
        }
        Account account = found.get();
        boolean proved = fresh && signed && pem != null;
        attempts.requireOpen(account, proved, attempt);
        if (!proved) {
            attempts.failed(account, attempt, fresh ? "wrong signature" : "stale challenge");
            throw refused();
        }
        return account;
    }

    /**
     * Registers the public key of a person's USB key, or removes it.
     *
     * @param pem a {@code PUBLIC KEY} of SM2; null removes the key
     * @throws ProblemException 422 {@code public-key-invalid}
     */
    @Transactional
    void register(UUID account, @Nullable String pem) {
        String canonical = pem == null ? null : canonical(pem);
        accounts.setSm2PublicKey(account, canonical);
        audit.record(AuditEvent.done(
                        canonical == null ? "account.remove-key" : "account.register-key",
                        "account",
                        account.toString())
                .changing(null, canonical == null ? null : Sm3.digest(canonical.getBytes(StandardCharsets.UTF_8))));
    }

    private static String canonical(String pem) {
        try {
            return Sm2PublicKey.ofPem(pem).toPem();
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("public-key-invalid", "这不是有效的 SM2 公钥。", "请提供以 BEGIN PUBLIC KEY 开头的 PEM 文本。");
        }
    }

    private static ProblemException refused() {
        return new ProblemException(
                HttpStatus.UNAUTHORIZED, "certificate-refused", "证书验证未通过。", "请确认 USB Key 已插好，重新登录。");
    }
}
