package io.lvxiaoshen.platform.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The keyed digest HMAC (GB/T 15852.2, RFC 2104) over SM3: 32 bytes that only who holds the key can make. */
public final class HmacSm3 {
    private HmacSm3() {}

    /** Returns the MAC of the parts, one after the other. */
    public static byte[] of(byte[] key, byte[]... parts) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        byte[] result = new byte[Sm3.LENGTH];
        mac.doFinal(result, 0);
        return result;
    }

    /** Returns whether a MAC, or its leading 16 bytes or more, is that of the message; takes the same time either way. */
    public static boolean verify(byte[] key, byte[] message, byte[] mac) {
        if (mac.length < Sm3.LENGTH / 2 || mac.length > Sm3.LENGTH) {
            return false;
        }
        byte[] expected = Arrays.copyOf(of(key, message), mac.length);
        return MessageDigest.isEqual(expected, mac);
    }
}
