package io.lvxiaoshen.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CipherPropertiesTest {
    private static final Sm2PrivateKey KEY = Sm2PrivateKey.generate(new SecureRandom());
    private final SecureRandom random = new SecureRandom();

    @Property(tries = 500)
    void sealedMessagesOpenToThemselvesAndNotWhenOneBitIsOff(
            @ForAll @Size(max = 300) byte[] message,
            @ForAll @Size(max = 40) byte[] context,
            @ForAll @IntRange(min = 0, max = 100_000) int bit) {
        byte[] key = new byte[Sm4Gcm.KEY_LENGTH];
        random.nextBytes(key);
        byte[] sealed = Sm4Gcm.seal(key, message, context, random);
        assertThat(Sm4Gcm.open(key, sealed, context)).isEqualTo(message);
        flip(sealed, bit);
        assertThatThrownBy(() -> Sm4Gcm.open(key, sealed, context)).isInstanceOf(UnreadableCiphertextException.class);
    }

    @Property(tries = 100)
    void signaturesAreOfOneMessageAndOneUser(
            @ForAll @Size(max = 300) byte[] message,
            @ForAll @Size(min = 1, max = 40) byte[] user,
            @ForAll @IntRange(min = 0, max = 100_000) int bit) {
        byte[] signature = KEY.sign(message, user, random);
        assertThat(KEY.publicKey().verify(message, signature, user)).isTrue();
        assertThat(Sm2Signature.ofRaw(Sm2Signature.ofDer(signature).toRaw()).toDer())
                .isEqualTo(signature);
        byte[] otherUser = user.clone();
        flip(otherUser, bit);
        assertThat(KEY.publicKey().verify(message, signature, otherUser)).isFalse();
        flip(signature, bit);
        assertThat(KEY.publicKey().verify(message, signature, user)).isFalse();
    }

    @Property(tries = 100)
    void encryptedMessagesDecryptInEachFormAndNotWhenOneBitIsOff(
            @ForAll @Size(min = 1, max = 300) byte[] message,
            @ForAll Sm2CipherForm form,
            @ForAll @IntRange(min = 0, max = 100_000) int bit) {
        byte[] ciphertext = KEY.publicKey().encrypt(message, form, random);
        assertThat(KEY.decrypt(ciphertext, form)).isEqualTo(message);
        flip(ciphertext, bit);
        assertThatThrownBy(() -> KEY.decrypt(ciphertext, form)).isInstanceOf(UnreadableCiphertextException.class);
    }

    private static void flip(byte[] bytes, int bit) {
        int at = bit % (8 * bytes.length);
        bytes[at / 8] ^= (byte) (1 << at % 8);
    }
}
