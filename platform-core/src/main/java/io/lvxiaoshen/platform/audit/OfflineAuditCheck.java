package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.audit.AuditCheck.Report;
import io.lvxiaoshen.platform.crypto.Sm2PublicKey;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks an exported log with nothing but the export and the public key: no database, no key, no network. */
public final class OfflineAuditCheck {
    private static final String BEGIN = "-----BEGIN";

    private OfflineAuditCheck() {}

    /**
     * Checks and prints what was found.
     *
     * @param arguments the export and the file with the public keys in PEM
     * @return 0 if every entry is as it was recorded, 1 if not, 2 if the files cannot be read
     */
    public static int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 2) {
            out.println("用法：java -jar lvxiaoshen.jar verify-audit 导出文件.jsonl.gz 公钥.pem");
            return 2;
        }
        try (ExportedLedger ledger = new ExportedLedger(Path.of(arguments.get(0)), keys(Path.of(arguments.get(1))))) {
            Report report = AuditCheck.of(ledger);
            report.findings().forEach(finding -> out.println("  " + finding.what()));
            if (ledger.unreadable() > 0) {
                out.println("  文件中有不是审计记录的行。");
            }
            boolean clean = report.isClean() && ledger.unreadable() == 0 && report.heads() > 0;
            out.printf("核对了 %,d 条记录、%,d 个树头：%s%n", report.entries(), report.heads(), clean ? "全部未被改动。" : "有问题，见上。");
            return clean ? 0 : 1;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            out.println("文件读不出来：" + e.getMessage());
            return 2;
        }
    }

    private static List<Sm2PublicKey> keys(Path file) throws IOException {
        String pem = Files.readString(file);
        List<Sm2PublicKey> keys = new ArrayList<>();
        for (int at = pem.indexOf(BEGIN); at >= 0; at = pem.indexOf(BEGIN, at + BEGIN.length())) {
            keys.add(Sm2PublicKey.ofPem(pem.substring(at)));
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("公钥文件中没有公钥");
        }
        return keys;
    }
}
