package io.lvxiaoshen.platform.crypto;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * An SM2 signature.
 *
 * @param r 1 to n − 1, where n is the order of the curve
 * @param s 1 to n − 1
 */
public record Sm2Signature(BigInteger r, BigInteger s) {
    public Sm2Signature {
        if (!Sm2Curve.isScalar(r) || !Sm2Curve.isScalar(s)) {
            throw new IllegalArgumentException("a signature's numbers lie between 1 and the order of the curve");
        }
    }

    /**
     * Reads the ASN.1 form (GB/T 35275-2017) in its only right encoding.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static Sm2Signature ofDer(byte[] der) {
        try {
            return of(StandardDSAEncoding.INSTANCE.decode(Sm2Curve.DOMAIN.getN(), der));
        } catch (IOException e) {
            throw new IllegalArgumentException("no signature in DER", e);
        }
    }

    /**
     * Reads the 64 bytes r ‖ s.
     *
     * @throws IllegalArgumentException if they are anything else
     */
    public static Sm2Signature ofRaw(byte[] raw) {
        return of(PlainDSAEncoding.INSTANCE.decode(Sm2Curve.DOMAIN.getN(), raw));
    }

    private static Sm2Signature of(BigInteger[] numbers) {
        return new Sm2Signature(numbers[0], numbers[1]);
    }

    /** Returns the ASN.1 form, 70 to 72 bytes but for rare exceptions. */
    public byte[] toDer() {
        try {
            return StandardDSAEncoding.INSTANCE.encode(Sm2Curve.DOMAIN.getN(), r, s);
        } catch (IOException e) {
            throw new IllegalStateException("two numbers always have an encoding", e);
        }
    }

    /** Returns the 64 bytes r ‖ s. */
    public byte[] toRaw() {
        return PlainDSAEncoding.INSTANCE.encode(Sm2Curve.DOMAIN.getN(), r, s);
    }
}
