package io.lvxiaoshen.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.util.test.FixedSecureRandom;
import org.junit.jupiter.api.Test;

/** The worked examples that the standards themselves print. */
class StandardExamplesTest {
    private static final HexFormat HEX = HexFormat.of();

    /** GB/T 32918.5-2017, annex A: the private key and the random number of both examples. */
    private static final Sm2PrivateKey KEY =
            Sm2PrivateKey.of(hex("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8"));

    private static final BigInteger K =
            new BigInteger("59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21", 16);

    private static final String R = "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3";
    private static final String S = "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";

    @Test
    void sm3DigestsTheExamplesOfGbt32905() {
        assertThat(Sm3.digest(text("abc")))
                .isEqualTo(hex("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
        assertThat(Sm3.digest(text("abcd".repeat(16))))
                .isEqualTo(hex("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"));
    }

    @Test
    void sm4EncryptsTheExamplesOfGbt32907() {
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(hex("0123456789abcdeffedcba9876543210")));
        byte[] block = hex("0123456789abcdeffedcba9876543210");
        engine.processBlock(block, 0, block, 0);
        assertThat(block).isEqualTo(hex("681edf34d206965e86b3e94f536e4246"));
        for (int i = 1; i < 1_000_000; i++) {
            engine.processBlock(block, 0, block, 0);
        }
        assertThat(block).isEqualTo(hex("595298c7c6fd271f0402f804c33d3f66"));
    }

    @Test
    void sm4GcmSealsTheExampleOfRfc8998() {
        byte[] key = hex("0123456789abcdeffedcba9876543210");
        byte[] nonce = hex("00001234567800000000abcd");
        byte[] context = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] message = hex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] sealed = hex("00001234567800000000abcd"
                + "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(Sm4Gcm.seal(key, nonce, message, context)).isEqualTo(sealed);
        assertThat(Sm4Gcm.open(key, sealed, context)).isEqualTo(message);
    }

    @Test
    void hmacSm3MakesTheExamplesOfGmt0042() {
        assertThat(HmacSm3.of(
                        hex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20"),
                        text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".repeat(2))))
                .isEqualTo(hex("ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a"));
    }

    @Test
    void sm2SignsTheExampleOfGbt32918() {
        byte[] signature = KEY.sign(
                text("message digest"),
                new FixedSecureRandom(new FixedSecureRandom.Source[] {new FixedSecureRandom.BigInteger(32, hex(K))}));
        assertThat(HEX.withUpperCase().formatHex(Sm2Signature.ofDer(signature).toRaw()))
                .isEqualTo(R + S);
    }

    @Test
    void sm2VerifiesTheExampleOfGbt32918AsWholeAndAsDigest() {
        byte[] signature = Sm2Signature.ofRaw(hex(R + S)).toDer();
        assertThat(KEY.publicKey().verify(text("message digest"), signature)).isTrue();
        assertThat(KEY.publicKey().verify(text("message digesT"), signature)).isFalse();
        byte[] e = hex("F0B43E94BA45ACCAACE692ED534382EB17E6AB5A19CE7B31F4486FDFC0D28640");
        assertThat(KEY.publicKey().verifyDigest(e, Sm2Signature.ofDer(signature)))
                .isTrue();
        e[0] ^= 1;
        assertThat(KEY.publicKey().verifyDigest(e, Sm2Signature.ofDer(signature)))
                .isFalse();
    }

    @Test
    void sm2DecryptsTheExampleOfGbt32918InEachForm() {
        String c1 = "04" + "04EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73"
                + "E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0";
        String c2 = "21886CA989CA9C7D58087307CA93092D651EFA";
        String c3 = "59983C18F809E262923C53AEC295D30383B54E39D609D160AFCB1908D0BD8766";
        byte[] message = text("encryption standard");
        assertThat(KEY.decrypt(hex(c1 + c3 + c2), Sm2CipherForm.C1C3C2)).isEqualTo(message);
        assertThat(KEY.decrypt(hex(c1 + c2 + c3), Sm2CipherForm.C1C2C3)).isEqualTo(message);
        byte[] der =
                Sm2Ciphertext.decode(hex(c1 + c3 + c2), Sm2CipherForm.C1C3C2).encode(Sm2CipherForm.DER);
        assertThat(KEY.decrypt(der, Sm2CipherForm.DER)).isEqualTo(message);
    }

    @Test
    void keysSurvivePem() {
        Sm2PrivateKey key = Sm2PrivateKey.generate(new SecureRandom());
        assertThat(Sm2PrivateKey.ofPem(key.toPem()).toBytes()).isEqualTo(key.toBytes());
        assertThat(Sm2PublicKey.ofPem(key.publicKey().toPem())).isEqualTo(key.publicKey());
        assertThat(Sm2PublicKey.of(key.publicKey().toBytes())).isEqualTo(key.publicKey());
    }

    @Test
    void refusesWhatIsNoKey() {
        assertThatThrownBy(() -> Sm2PrivateKey.of(new byte[32])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sm2PublicKey.of(new byte[] {0})).isInstanceOf(IllegalArgumentException.class);
        byte[] beside = KEY.publicKey().toBytes();
        beside[64] ^= 1;
        assertThatThrownBy(() -> Sm2PublicKey.of(beside)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sm2PublicKey.ofPem("-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] hex(String text) {
        return HEX.parseHex(text);
    }

    private static byte[] hex(BigInteger number) {
        return HEX.parseHex(number.toString(16));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
