package io.lvxiaoshen.platform.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The parts of an SM2 ciphertext.
 *
 * @param c1 a point of the curve, 65 bytes
 * @param c2 the masked message, at least 1 byte
 * @param c3 the check value, 32 bytes
 */
record Sm2Ciphertext(byte[] c1, byte[] c2, byte[] c3) {
    private static final int POINT = 2 * Sm2Curve.SIZE + 1;

    /** Takes an encoding apart; refuses a C1 that is not on the curve, and any encoding but the right one. */
    static Sm2Ciphertext decode(byte[] encoded, Sm2CipherForm form) {
        if (form != Sm2CipherForm.DER && encoded.length <= POINT + Sm3.LENGTH) {
            throw new IllegalArgumentException("shorter than C1, C3 and a message");
        }
        Sm2Ciphertext parts =
                switch (form) {
                    case C1C3C2 -> ofC1C3C2(encoded);
                    case C1C2C3 -> ofC1C2C3(encoded);
                    case DER -> ofDer(encoded);
                };
        if (!Arrays.equals(parts.encode(form), encoded)) {
            throw new IllegalArgumentException("another encoding of the same parts");
        }
        return parts;
    }

    static Sm2Ciphertext ofC1C3C2(byte[] encoded) {
        return new Sm2Ciphertext(
                checked(Arrays.copyOf(encoded, POINT)),
                Arrays.copyOfRange(encoded, POINT + Sm3.LENGTH, encoded.length),
                Arrays.copyOfRange(encoded, POINT, POINT + Sm3.LENGTH));
    }

    private static Sm2Ciphertext ofC1C2C3(byte[] encoded) {
        int end = encoded.length - Sm3.LENGTH;
        return new Sm2Ciphertext(
                checked(Arrays.copyOf(encoded, POINT)),
                Arrays.copyOfRange(encoded, POINT, end),
                Arrays.copyOfRange(encoded, end, encoded.length));
    }

    private static Sm2Ciphertext ofDer(byte[] encoded) {
        try {
            ASN1Sequence parts = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(encoded));
            if (parts.size() != 4) {
                throw new IllegalArgumentException("four parts make a ciphertext");
            }
            BigInteger x = ASN1Integer.getInstance(parts.getObjectAt(0)).getPositiveValue();
            BigInteger y = ASN1Integer.getInstance(parts.getObjectAt(1)).getPositiveValue();
            ECPoint c1 = Sm2Curve.DOMAIN.getCurve().validatePoint(x, y);
            byte[] c3 = ASN1OctetString.getInstance(parts.getObjectAt(2)).getOctets();
            byte[] c2 = ASN1OctetString.getInstance(parts.getObjectAt(3)).getOctets();
            if (c3.length != Sm3.LENGTH || c2.length == 0) {
                throw new IllegalArgumentException("a part has the wrong length");
            }
            return new Sm2Ciphertext(c1.getEncoded(false), c2, c3);
        } catch (IOException e) {
            throw new IllegalArgumentException("no ciphertext in DER", e);
        }
    }

    private static byte[] checked(byte[] c1) {
        return Sm2Curve.point(c1).getEncoded(false);
    }

    byte[] encode(Sm2CipherForm form) {
        return switch (form) {
            case C1C3C2 -> toC1C3C2();
            case C1C2C3 -> concat(c1, c2, c3);
            case DER -> toDer();
        };
    }

    byte[] toC1C3C2() {
        return concat(c1, c3, c2);
    }

    private byte[] toDer() {
        ECPoint point = Sm2Curve.point(c1);
        try {
            return new DERSequence(new ASN1Encodable[] {
                        new ASN1Integer(point.getAffineXCoord().toBigInteger()),
                        new ASN1Integer(point.getAffineYCoord().toBigInteger()),
                        new DEROctetString(c3),
                        new DEROctetString(c2)
                    })
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("a ciphertext always has an encoding", e);
        }
    }

    private static byte[] concat(byte[] a, byte[] b, byte[] c) {
        byte[] all = Arrays.copyOf(a, a.length + b.length + c.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        System.arraycopy(c, 0, all, a.length + b.length, c.length);
        return all;
    }
}
