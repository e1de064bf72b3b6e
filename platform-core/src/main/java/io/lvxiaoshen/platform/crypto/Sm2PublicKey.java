package io.lvxiaoshen.platform.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/** An SM2 public key: checks signatures and encrypts. Thread-safe. */
public final class Sm2PublicKey {
    private static final String LABEL = "PUBLIC KEY";

    private final ECPublicKeyParameters parameters;

    Sm2PublicKey(ECPoint point) {
        this.parameters = new ECPublicKeyParameters(point, Sm2Curve.DOMAIN);
    }

    /**
     * Reads a point.
     *
     * @param encoded 65 bytes, or 33 in compressed form
     * @throws IllegalArgumentException if it is no point of the curve
     */
    public static Sm2PublicKey of(byte[] encoded) {
        return new Sm2PublicKey(Sm2Curve.point(encoded));
    }

    /**
     * Reads a {@code PUBLIC KEY} in PEM.
     *
     * @throws IllegalArgumentException if it is none, or of another curve
     */
    public static Sm2PublicKey ofPem(String pem) {
        try {
            if (PublicKeyFactory.createKey(Pem.decode(LABEL, pem)) instanceof ECPublicKeyParameters key
                    && key.getParameters().equals(Sm2Curve.DOMAIN)) {
                return new Sm2PublicKey(key.getQ());
            }
            throw new IllegalArgumentException("no SM2 key");
        } catch (IOException e) {
            throw new IllegalArgumentException("no public key", e);
        }
    }

    /** Returns the point, 65 bytes. */
    public byte[] toBytes() {
        return parameters.getQ().getEncoded(false);
    }

    /** Returns the key as a {@code PUBLIC KEY} in PEM. */
    public String toPem() {
        try {
            return Pem.encode(
                    LABEL,
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(parameters)
                            .getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("a key always has an encoding", e);
        }
    }

    /** Returns whether a signature in DER is of this message by this key, with the default user id. */
    public boolean verify(byte[] message, byte[] der) {
        return verify(message, der, Sm2Curve.DEFAULT_USER_ID);
    }

    /** Returns whether a signature in DER is of this message by this key and user. */
    public boolean verify(byte[] message, byte[] der, byte[] userId) {
        SM2Signer signer = new SM2Signer();
        signer.init(false, new ParametersWithID(parameters, userId));
        signer.update(message, 0, message.length);
        return signer.verifySignature(der);
    }

    /**
     * Returns whether a signature is of this digest by this key (GB/T 32918.2-2016, 7.1, from step B4 on).
     *
     * @param digest the 32 bytes that were signed: SM3 over the user's digest Z and the message
     */
    public boolean verifyDigest(byte[] digest, Sm2Signature signature) {
        BigInteger n = Sm2Curve.DOMAIN.getN();
        BigInteger t = signature.r().add(signature.s()).mod(n);
        if (t.signum() == 0) {
            return false;
        }
        ECPoint point = ECAlgorithms.sumOfTwoMultiplies(Sm2Curve.DOMAIN.getG(), signature.s(), parameters.getQ(), t)
                .normalize();
        if (point.isInfinity()) {
            return false;
        }
        BigInteger expected = new BigInteger(1, digest)
                .add(point.getAffineXCoord().toBigInteger())
                .mod(n);
        return expected.equals(signature.r());
    }

    /**
     * Encrypts a message for the holder of the private key.
     *
     * @param message not empty
     */
    public byte[] encrypt(byte[] message, Sm2CipherForm form, SecureRandom random) {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(parameters, random));
        try {
            return Sm2Ciphertext.ofC1C3C2(engine.processBlock(message, 0, message.length))
                    .encode(form);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encrypting checks nothing", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sm2PublicKey key && key.parameters.getQ().equals(parameters.getQ());
    }

    @Override
    public int hashCode() {
        return parameters.getQ().hashCode();
    }
}
