package io.lvxiaoshen.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ways with the program {@code openssl} of version 3, which {@code ./verify} installs. */
class OpenSslInteropTest {
    private static final String USER = "distid:1234567812345678";

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final byte[] message = new byte[1000];
    private final Sm2PrivateKey key = Sm2PrivateKey.generate(random);

    @BeforeEach
    void prepare() throws IOException {
        new Random(7).nextBytes(message);
        Files.write(file("message"), message);
        Files.writeString(file("private.pem"), key.toPem());
        Files.writeString(file("public.pem"), key.publicKey().toPem());
    }

    @Test
    void digestsLikeOpenSsl() throws Exception {
        openssl("dgst", "-sm3", "-binary", "-out", "digest", "message");
        assertThat(Sm3.digest(message)).isEqualTo(read("digest"));
    }

    @Test
    void macsLikeOpenSsl() throws Exception {
        byte[] macKey = new byte[32];
        random.nextBytes(macKey);
        openssl(
                "dgst",
                "-sm3",
                "-mac",
                "HMAC",
                "-macopt",
                "hexkey:" + HexFormat.of().formatHex(macKey),
                "-binary",
                "-out",
                "mac",
                "message");
        assertThat(HmacSm3.of(macKey, message)).isEqualTo(read("mac"));
    }

    /** OpenSSL's program has no GCM; what GCM enciphers is counter mode from the second block on. */
    @Test
    void enciphersLikeOpenSsl() throws Exception {
        byte[] cipherKey = new byte[16];
        random.nextBytes(cipherKey);
        byte[] sealed = Sm4Gcm.seal(cipherKey, message, new byte[0], random);
        Files.write(file("body"), Arrays.copyOfRange(sealed, 12, sealed.length - 16));
        HexFormat hex = HexFormat.of();
        openssl(
                "enc",
                "-d",
                "-sm4-ctr",
                "-K",
                hex.formatHex(cipherKey),
                "-iv",
                hex.formatHex(Arrays.copyOf(sealed, 12)) + "00000002",
                "-in",
                "body",
                "-out",
                "opened");
        assertThat(read("opened")).isEqualTo(message);
    }

    @Test
    void opensslVerifiesOurSignatures() throws Exception {
        for (int i = 0; i < 20; i++) {
            Files.write(file("signature"), key.sign(message, random));
            String said = openssl(
                    "pkeyutl",
                    "-verify",
                    "-pubin",
                    "-inkey",
                    "public.pem",
                    "-rawin",
                    "-digest",
                    "sm3",
                    "-pkeyopt",
                    USER,
                    "-in",
                    "message",
                    "-sigfile",
                    "signature");
            assertThat(said).contains("Verified Successfully");
        }
    }

    @Test
    void weVerifyOpensslsSignatures() throws Exception {
        for (int i = 0; i < 20; i++) {
            openssl(
                    "pkeyutl",
                    "-sign",
                    "-inkey",
                    "private.pem",
                    "-rawin",
                    "-digest",
                    "sm3",
                    "-pkeyopt",
                    USER,
                    "-in",
                    "message",
                    "-out",
                    "signature");
            assertThat(key.publicKey().verify(message, read("signature"))).isTrue();
        }
    }

    @Test
    void opensslDecryptsWhatWeEncrypt() throws Exception {
        Files.write(file("secret"), key.publicKey().encrypt(message, Sm2CipherForm.DER, random));
        openssl("pkeyutl", "-decrypt", "-inkey", "private.pem", "-in", "secret", "-out", "opened");
        assertThat(read("opened")).isEqualTo(message);
    }

    @Test
    void weDecryptWhatOpensslEncrypts() throws Exception {
        openssl("pkeyutl", "-encrypt", "-pubin", "-inkey", "public.pem", "-in", "message", "-out", "secret");
        assertThat(key.decrypt(read("secret"), Sm2CipherForm.DER)).isEqualTo(message);
    }

    @Test
    void weReadOpensslsKeys() throws Exception {
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2", "-out", "theirs.pem");
        openssl("pkey", "-in", "theirs.pem", "-pubout", "-out", "theirs-public.pem");
        assertThat(Sm2PrivateKey.ofPem(Files.readString(file("theirs.pem"))).publicKey())
                .isEqualTo(Sm2PublicKey.ofPem(Files.readString(file("theirs-public.pem"))));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private byte[] read(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }

    private String openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
