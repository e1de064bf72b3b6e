package io.lvxiaoshen.bench.crypto;

import io.lvxiaoshen.platform.crypto.Sm2CipherForm;
import io.lvxiaoshen.platform.crypto.Sm2PrivateKey;
import io.lvxiaoshen.platform.crypto.Sm4Gcm;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Takes random messages there and back: each is sealed and opened, every hundredth signed and encrypted with SM2 too. */
final class RoundTrips {
    private static final int SM2_EVERY = 100;
    private static final int LONGEST = 300;

    private RoundTrips() {}

    /** Returns how many were taken; throws at the first that comes back different. */
    static long run(long count) {
        SecureRandom random = new SecureRandom();
        Sm2PrivateKey pair = Sm2PrivateKey.generate(random);
        LongStream.range(0, count).parallel().forEach(number -> take(number, pair, random));
        return count;
    }

    private static void take(long number, Sm2PrivateKey pair, SecureRandom random) {
        SplittableRandom some = new SplittableRandom(number);
        byte[] key = bytes(some, Sm4Gcm.KEY_LENGTH);
        byte[] message = bytes(some, 1 + some.nextInt(LONGEST));
        byte[] context = bytes(some, some.nextInt(40));
        boolean same = Arrays.equals(message, Sm4Gcm.open(key, Sm4Gcm.seal(key, message, context, random), context));
        if (same && number % SM2_EVERY == 0) {
            Sm2CipherForm form = Sm2CipherForm.values()[(int) (number / SM2_EVERY % Sm2CipherForm.values().length)];
            same = pair.publicKey().verify(message, pair.sign(message, random))
                    && Arrays.equals(message, pair.decrypt(pair.publicKey().encrypt(message, form, random), form));
        }
        if (!same) {
            throw new IllegalStateException("round trip " + number + " came back different");
        }
    }

    private static byte[] bytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
