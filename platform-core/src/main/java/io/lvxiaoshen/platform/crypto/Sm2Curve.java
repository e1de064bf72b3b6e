package io.lvxiaoshen.platform.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.math.ec.ECPoint;

/** The recommended curve of GB/T 32918.5-2017. */
final class Sm2Curve {
    /** The user id where none was agreed upon (GB/T 35276-2017). */
    static final byte[] DEFAULT_USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    /** Bytes of a coordinate or a scalar. */
    static final int SIZE = 32;

    static final ECDomainParameters DOMAIN = domain();

    private Sm2Curve() {}

    private static ECDomainParameters domain() {
        // The variant with arithmetic made for this prime; the generic one is several times slower.
        X9ECParameters curve = CustomNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1);
        return new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, curve);
    }

    /**
     * Returns the point that 33 or 65 bytes encode.
     *
     * @throws IllegalArgumentException if they encode no point of the curve, or the one at infinity
     */
    static ECPoint point(byte[] encoded) {
        ECPoint point = DOMAIN.getCurve().decodePoint(encoded);
        if (point.isInfinity()) {
            throw new IllegalArgumentException("the point at infinity is no key");
        }
        return point;
    }

    static boolean isScalar(BigInteger value) {
        return value.signum() > 0 && value.compareTo(DOMAIN.getN()) < 0;
    }
}
