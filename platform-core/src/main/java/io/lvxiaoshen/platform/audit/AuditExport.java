package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.crypto.CryptoService;
import io.lvxiaoshen.platform.crypto.KeyPurpose;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the whole log so that anyone can check it: JSON lines, gzip, each head after the entries that it signs. */
@Service
class AuditExport {
    private final AuditStore store;
    private final CryptoService crypto;

    AuditExport(AuditStore store, CryptoService crypto) {
        this.store = store;
        this.crypto = crypto;
    }

    /** Writes every entry up to the last head, as it stands at one moment, and closes the stream. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(OutputStream out) throws IOException {
        StoredLedger ledger = new StoredLedger(store, crypto);
        Iterator<TreeHead> heads = ledger.heads();
        Iterator<Ledger.Place> places = ledger.places();
        try (Writer lines = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(out), StandardCharsets.UTF_8), 1 << 16)) {
            long written = 0;
            while (heads.hasNext()) {
                TreeHead head = heads.next();
                for (; written < head.size() && places.hasNext(); written++) {
                    write(lines, places.next());
                }
                line(lines, AuditLine.of(head));
            }
        }
    }

    private static void write(Writer lines, Ledger.Place place) throws IOException {
        for (AuditEntry entry : place.entries()) {
            byte[] recorded = place.recorded();
            if (entry != null && recorded != null) {
                line(lines, AuditLine.of(place.place(), recorded, entry));
            }
        }
    }

    private static void line(Writer lines, AuditLine line) throws IOException {
        lines.write(line.toString());
        lines.write('\n');
    }

    /** Returns the public keys of the log, the current one first, in PEM. */
    public String publicKeys() {
        List<Integer> keys = crypto.keys(KeyPurpose.AUDIT_HEAD);
        return keys.stream()
                .map(key -> crypto.publicKey(KeyPurpose.AUDIT_HEAD, key).toPem())
                .collect(Collectors.joining());
    }
}
