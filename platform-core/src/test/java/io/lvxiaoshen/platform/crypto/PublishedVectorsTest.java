package io.lvxiaoshen.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.crypto.BufferedBlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.DefaultBufferedBlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.modes.CFBBlockCipher;
import org.bouncycastle.crypto.modes.OFBBlockCipher;
import org.bouncycastle.crypto.modes.SICBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The test vectors that OpenSSL and Wycheproof publish. */
@Tag("shared-data")
class PublishedVectorsTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void sm3() throws IOException {
        int checked = 0;
        for (Map<String, String> vector : vectors("evpmd_sm3.txt")) {
            if ("SM3".equals(vector.get("Digest")) && !vector.containsKey("Result")) {
                assertThat(Sm3.digest(bytes(vector, "Input"))).isEqualTo(bytes(vector, "Output"));
                checked++;
            }
        }
        assertThat(checked).isGreaterThanOrEqualTo(8);
    }

    @Test
    void hmacSm3() throws IOException {
        int checked = 0;
        for (Map<String, String> vector : vectors("evpmac_sm3.txt")) {
            if ("SM3".equals(vector.get("Algorithm"))) {
                assertThat(HmacSm3.of(bytes(vector, "Key"), bytes(vector, "Input")))
                        .isEqualTo(bytes(vector, "Output"));
                checked++;
            }
        }
        assertThat(checked).isGreaterThanOrEqualTo(4);
    }

    @Test
    void hmacSm3OfWycheproof() throws IOException {
        JsonNode groups = new JsonMapper()
                .readTree(Files.readString(folder().resolve("wycheproof_hmac_sm3_test.json")))
                .get("testGroups");
        int checked = 0;
        for (JsonNode group : groups) {
            for (JsonNode test : group.get("tests")) {
                boolean valid = test.get("result").asString().equals("valid");
                assertThat(HmacSm3.verify(
                                HEX.parseHex(test.get("key").asString()),
                                HEX.parseHex(test.get("msg").asString()),
                                HEX.parseHex(test.get("tag").asString())))
                        .as("test %s: %s", test.get("tcId"), test.get("comment"))
                        .isEqualTo(valid);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(174);
    }

    @Test
    void sm4() throws Exception {
        int checked = 0;
        for (Map<String, String> vector : vectors("evpciph_sm4.txt")) {
            String name = vector.getOrDefault("Cipher", "");
            // XTS is for disks; nothing here uses it and Bouncy Castle has none.
            if (!name.isEmpty() && !name.equals("SM4-XTS")) {
                assertThat(encrypt(name, vector)).as("%s", vector).isEqualTo(ciphertext(vector));
                checked++;
            }
        }
        assertThat(checked).isGreaterThanOrEqualTo(9);
    }

    @Test
    void sm2() throws IOException {
        Map<String, Sm2PrivateKey> keys = new LinkedHashMap<>();
        int checked = 0;
        for (Map<String, String> vector : vectors("evppkey_sm2.txt")) {
            String pem = vector.get("PEM");
            if (pem != null) {
                keys.put(vector.get("PrivateKey"), Sm2PrivateKey.ofPem(pem));
            } else if (vector.containsKey("Verify") && !vector.containsKey("Result")) {
                assertThat(key(keys, vector.get("Verify"))
                                .publicKey()
                                .verifyDigest(bytes(vector, "Input"), Sm2Signature.ofDer(bytes(vector, "Output"))))
                        .isTrue();
                checked++;
            } else if (vector.containsKey("Decrypt") && !vector.containsKey("Result")) {
                Sm2PrivateKey key = key(keys, vector.get("Decrypt"));
                byte[] ciphertext = bytes(vector, "Input");
                assertThat(key.decrypt(ciphertext, Sm2CipherForm.DER)).isEqualTo(bytes(vector, "Output"));
                ciphertext[ciphertext.length - 1] ^= 1;
                assertThatThrownBy(() -> key.decrypt(ciphertext, Sm2CipherForm.DER))
                        .isInstanceOf(UnreadableCiphertextException.class);
                checked++;
            }
        }
        assertThat(checked).isGreaterThanOrEqualTo(6);
    }

    private static Sm2PrivateKey key(Map<String, Sm2PrivateKey> keys, String name) {
        return Objects.requireNonNull(keys.get(name), name);
    }

    private static byte[] encrypt(String name, Map<String, String> vector) throws InvalidCipherTextException {
        byte[] message = bytes(vector, "Plaintext");
        KeyParameter key = new KeyParameter(bytes(vector, "Key"));
        if (name.equals("SM4-GCM")) {
            byte[] sealed = Sm4Gcm.seal(key.getKey(), bytes(vector, "IV"), message, bytes(vector, "AAD"));
            return Arrays.copyOfRange(sealed, 12, sealed.length);
        }
        if (name.equals("SM4-CCM")) {
            var ccm = CCMBlockCipher.newInstance(new SM4Engine());
            ccm.init(true, new AEADParameters(key, 128, bytes(vector, "IV"), bytes(vector, "AAD")));
            byte[] out = new byte[message.length + 16];
            ccm.doFinal(out, ccm.processBytes(message, 0, message.length, out, 0));
            return out;
        }
        CipherParameters parameters = name.equals("SM4-ECB") ? key : new ParametersWithIV(key, bytes(vector, "IV"));
        BufferedBlockCipher cipher = new DefaultBufferedBlockCipher(
                switch (name) {
                    case "SM4-ECB" -> new SM4Engine();
                    case "SM4-CBC" -> CBCBlockCipher.newInstance(new SM4Engine());
                    case "SM4-CFB" -> CFBBlockCipher.newInstance(new SM4Engine(), 128);
                    case "SM4-OFB" -> new OFBBlockCipher(new SM4Engine(), 128);
                    case "SM4-CTR" -> SICBlockCipher.newInstance(new SM4Engine());
                    default -> throw new IllegalArgumentException(name);
                });
        cipher.init(true, parameters);
        byte[] out = new byte[message.length];
        cipher.doFinal(out, cipher.processBytes(message, 0, message.length, out, 0));
        return out;
    }

    private static byte[] ciphertext(Map<String, String> vector) {
        return HEX.parseHex(Objects.requireNonNull(vector.get("Ciphertext")) + vector.getOrDefault("Tag", ""));
    }

    private static byte[] bytes(Map<String, String> vector, String name) {
        String value = Objects.requireNonNull(vector.get(name), name);
        return value.startsWith("\"")
                ? value.substring(1, value.length() - 1).getBytes(StandardCharsets.UTF_8)
                : HEX.parseHex(value);
    }

    /** Reads paragraphs of {@code name = value}; a key in PEM is kept under PEM. */
    private static List<Map<String, String>> vectors(String file) throws IOException {
        List<Map<String, String>> vectors = new ArrayList<>();
        for (String paragraph : Files.readString(folder().resolve(file)).split("\n\\s*\n")) {
            Map<String, String> vector = new LinkedHashMap<>();
            StringBuilder pem = new StringBuilder();
            for (String line : paragraph.split("\n")) {
                int equals = line.indexOf('=');
                if (line.startsWith("-----")
                        || !pem.isEmpty() && !pem.toString().contains("END")) {
                    pem.append(line).append('\n');
                } else if (equals > 0 && !line.startsWith("#")) {
                    vector.put(
                            line.substring(0, equals).strip(),
                            line.substring(equals + 1).strip());
                }
            }
            if (!pem.isEmpty()) {
                vector.put("PEM", pem.toString());
            }
            if (!vector.isEmpty()) {
                vectors.add(vector);
            }
        }
        return vectors;
    }

    private static Path folder() {
        return Path.of(Objects.requireNonNull(System.getProperty("shared.data"), "shared.data"), "gm-vectors");
    }
}
