package io.lvxiaoshen.bench.crypto;

import io.lvxiaoshen.platform.crypto.Sm2PrivateKey;
import io.lvxiaoshen.platform.crypto.Sm3;
import io.lvxiaoshen.platform.crypto.Sm4Gcm;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.jspecify.annotations.Nullable;

/** The ciphers on one thread, each beside bare Bouncy Castle as its manual has it, and OpenSSL. */
final class CipherMeasurement {
    private static final int BLOCK = 65536;
    private static final double MEGA = 1e6;

    private final int seconds;
    private final SecureRandom random = new SecureRandom();
    private final byte[] block = new byte[BLOCK];
    private final byte[] key = new byte[Sm4Gcm.KEY_LENGTH];
    private final byte[] nothing = new byte[0];

    CipherMeasurement(int seconds) {
        this.seconds = seconds;
        random.nextBytes(block);
        random.nextBytes(key);
    }

    List<CipherFigure> run() throws IOException, InterruptedException {
        List<CipherFigure> figures = new ArrayList<>();
        figures.add(new CipherFigure(
                "SM3, 64 KiB", "MB/s", megabytes(() -> Sm3.digest(block)), megabytes(this::bareSm3), openssl("sm3")));
        figures.add(new CipherFigure(
                "SM4-GCM seal, 64 KiB",
                "MB/s",
                megabytes(() -> Sm4Gcm.seal(key, block, nothing, random)),
                megabytes(this::bareGcm),
                null));
        byte[] sealed = Sm4Gcm.seal(key, block, nothing, random);
        figures.add(new CipherFigure(
                "SM4-GCM open, 64 KiB",
                "MB/s",
                megabytes(() -> Sm4Gcm.open(key, sealed, nothing)),
                megabytes(this::bareGcm),
                openssl("sm4-ctr")));
        figures.addAll(sm2());
        return figures;
    }

    private List<CipherFigure> sm2() throws IOException, InterruptedException {
        Sm2PrivateKey pair = Sm2PrivateKey.generate(random);
        byte[] message = new byte[32];
        byte[] signature = pair.sign(message, random);
        var curve = GMNamedCurves.getByName("sm2p256v1");
        ECDomainParameters domain = new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
        var bareKey = new ECPrivateKeyParameters(new BigInteger(1, pair.toBytes()), domain);
        var barePoint = new ECPublicKeyParameters(
                new FixedPointCombMultiplier().multiply(domain.getG(), bareKey.getD()), domain);
        List<Double> openssl = OpenSslSpeed.sm2PerSecond(seconds);
        return List.of(
                new CipherFigure(
                        "SM2 sign",
                        "1/s",
                        Rate.perSecond(() -> pair.sign(message, random), seconds),
                        Rate.perSecond(() -> bareSign(bareKey, message), seconds),
                        openssl.isEmpty() ? null : openssl.get(0)),
                new CipherFigure(
                        "SM2 verify",
                        "1/s",
                        Rate.perSecond(() -> require(pair.publicKey().verify(message, signature)), seconds),
                        Rate.perSecond(() -> require(bareVerify(barePoint, message, signature)), seconds),
                        openssl.isEmpty() ? null : openssl.get(1)));
    }

    private double megabytes(Runnable work) {
        return Rate.perSecond(work, seconds) * BLOCK / MEGA;
    }

    private @Nullable Double openssl(String algorithm) throws IOException, InterruptedException {
        OptionalDouble figure = OpenSslSpeed.megabytesPerSecond(algorithm, BLOCK, seconds);
        return figure.isPresent() ? figure.getAsDouble() : null;
    }

    private void bareSm3() {
        SM3Digest digest = new SM3Digest();
        digest.update(block, 0, BLOCK);
        digest.doFinal(new byte[32], 0);
    }

    private void bareGcm() {
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        var gcm = GCMBlockCipher.newInstance(new SM4Engine());
        gcm.init(true, new AEADParameters(new KeyParameter(key), 128, nonce));
        byte[] out = new byte[gcm.getOutputSize(BLOCK)];
        try {
            gcm.doFinal(out, gcm.processBytes(block, 0, BLOCK, out, 0));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bareSign(ECPrivateKeyParameters bareKey, byte[] message) {
        SM2Signer signer = new SM2Signer();
        signer.init(true, new ParametersWithRandom(bareKey, random));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean bareVerify(ECPublicKeyParameters point, byte[] message, byte[] signature) {
        SM2Signer signer = new SM2Signer();
        signer.init(false, point);
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    private static void require(boolean held) {
        if (!held) {
            throw new IllegalStateException("a signature does not hold");
        }
    }
}
