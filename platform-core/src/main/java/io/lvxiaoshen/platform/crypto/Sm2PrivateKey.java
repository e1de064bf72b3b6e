package io.lvxiaoshen.platform.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** An SM2 private key: signs and decrypts. Thread-safe; says nothing about itself. */
public final class Sm2PrivateKey {
    private static final String LABEL = "PRIVATE KEY";

    private final ECPrivateKeyParameters parameters;
    private final Sm2PublicKey publicKey;

    private Sm2PrivateKey(BigInteger d) {
        // n − 1 has no inverse of 1 + d, without which nothing can be signed.
        if (!Sm2Curve.isScalar(d) || d.equals(Sm2Curve.DOMAIN.getN().subtract(BigInteger.ONE))) {
            throw new IllegalArgumentException("no SM2 private key");
        }
        this.parameters = new ECPrivateKeyParameters(d, Sm2Curve.DOMAIN);
        ECPoint point = new FixedPointCombMultiplier().multiply(Sm2Curve.DOMAIN.getG(), d);
        this.publicKey = new Sm2PublicKey(point.normalize());
    }

    /** Makes a new key. */
    public static Sm2PrivateKey generate(SecureRandom random) {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(Sm2Curve.DOMAIN, random));
        return new Sm2PrivateKey(
                ((ECPrivateKeyParameters) generator.generateKeyPair().getPrivate()).getD());
    }

    /**
     * Reads the scalar.
     *
     * @param d 32 bytes
     * @throws IllegalArgumentException if it is no private key
     */
    public static Sm2PrivateKey of(byte[] d) {
        return new Sm2PrivateKey(new BigInteger(1, d));
    }

    /**
     * Reads a {@code PRIVATE KEY} (PKCS #8, not encrypted) in PEM.
     *
     * @throws IllegalArgumentException if it is none, or of another curve
     */
    public static Sm2PrivateKey ofPem(String pem) {
        try {
            if (PrivateKeyFactory.createKey(Pem.decode(LABEL, pem)) instanceof ECPrivateKeyParameters key
                    && key.getParameters().equals(Sm2Curve.DOMAIN)) {
                return new Sm2PrivateKey(key.getD());
            }
            throw new IllegalArgumentException("no SM2 key");
        } catch (IOException e) {
            throw new IllegalArgumentException("no private key", e);
        }
    }

    /** Returns the scalar, 32 bytes. */
    public byte[] toBytes() {
        return BigIntegers.asUnsignedByteArray(Sm2Curve.SIZE, parameters.getD());
    }

    /** Returns the key as a {@code PRIVATE KEY} in PEM, not encrypted. */
    public String toPem() {
        try {
            return Pem.encode(
                    LABEL,
                    PrivateKeyInfoFactory.createPrivateKeyInfo(parameters).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("a key always has an encoding", e);
        }
    }

    /** Returns the public key that goes with it. */
    public Sm2PublicKey publicKey() {
        return publicKey;
    }

    /** Signs a message with the default user id; returns DER. */
    public byte[] sign(byte[] message, SecureRandom random) {
        return sign(message, Sm2Curve.DEFAULT_USER_ID, random);
    }

    /**
     * Signs a message.
     *
     * @param userId at most 8,191 bytes
     * @return the signature in DER
     */
    public byte[] sign(byte[] message, byte[] userId, SecureRandom random) {
        SM2Signer signer = new SM2Signer();
        signer.init(true, new ParametersWithID(new ParametersWithRandom(parameters, random), userId));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("signing a digest cannot fail", e);
        }
    }

    /**
     * Decrypts what was encrypted for the public key.
     *
     * @throws UnreadableCiphertextException if it was altered or is for another key
     */
    public byte[] decrypt(byte[] ciphertext, Sm2CipherForm form) {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, parameters);
        try {
            byte[] parts = Sm2Ciphertext.decode(ciphertext, form).toC1C3C2();
            return engine.processBlock(parts, 0, parts.length);
        } catch (InvalidCipherTextException | IllegalArgumentException e) {
            throw new UnreadableCiphertextException("not encrypted for this key", e);
        }
    }
}
