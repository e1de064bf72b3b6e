package io.lvxiaoshen.platform.crypto;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** Text armour around DER (RFC 7468). */
final class Pem {
    private Pem() {}

    static String encode(String label, byte[] der) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(label, der));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Returns the first block; refuses any other label. */
    static byte[] decode(String label, String pem) {
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            PemObject block = reader.readPemObject();
            if (block == null || !block.getType().equals(label)) {
                throw new IllegalArgumentException("no " + label + " in PEM");
            }
            return block.getContent();
        } catch (IOException e) {
            throw new IllegalArgumentException("no PEM", e);
        }
    }
}
