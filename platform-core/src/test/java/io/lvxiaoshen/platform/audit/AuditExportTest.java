package io.lvxiaoshen.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.platform.crypto.Sm2PrivateKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = io.lvxiaoshen.platform.PlatformTestApplication.class,
        properties = "lvxiaoshen.platform.administrator-password=correct horse battery")
class AuditExportTest {
    private static final int TAMPERINGS = 500;

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    @Autowired
    AuditLog log;

    @Autowired
    HeadSigner signer;

    @Autowired
    AuditExport export;

    private Path keys;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) {
        registry.add("lvxiaoshen.platform.data", data::toString);
    }

    @BeforeEach
    void fill() throws IOException {
        signer.stop();
        for (int head = 0; head < 6; head++) {
            for (int i = 0; i < 9; i++) {
                log.recordNow(AuditEvent.done("test.filled", "thing", "物 " + i).with(Map.of("树头", "第 " + head + " 个")));
            }
            signer.sign();
        }
        keys = Files.writeString(folder.resolve("keys.pem"), export.publicKeys());
    }

    @Test
    void canBeCheckedWithTheExportAndThePublicKeyAlone() throws IOException {
        Said said = check(exported());
        assertThat(said.status()).as(said.text()).isZero();
        assertThat(said.text()).contains("全部未被改动");
    }

    @Test
    void saysWhereAnEntryWasChangedRemovedInsertedOrMoved() throws IOException {
        List<String> lines = exported();
        int at = lineOf(lines, "物 4");
        String itsPlace = "第 " + (place(lines.get(at)) + 1) + " 条";
        List<String> changed = new ArrayList<>(lines);
        changed.set(at, changed.get(at).replace("物 4", "物 5"));
        assertThat(check(changed).text()).contains(itsPlace + "记录的内容被改动");

        List<String> removed = new ArrayList<>(lines);
        removed.remove(at);
        assertThat(check(removed).text()).contains(itsPlace + "记录连同它的摘要被删除");

        List<String> inserted = new ArrayList<>(lines);
        inserted.add(at + 1, lines.get(at));
        assertThat(check(inserted).text()).contains(itsPlace + "不在它应在的位置");

        List<String> moved = new ArrayList<>(lines);
        moved.set(at, lines.get(at + 1));
        moved.set(at + 1, lines.get(at));
        assertThat(check(moved).text()).contains(itsPlace);
    }

    @Test
    void findsAnEntryThatWasChangedTogetherWithItsDigestBetweenTwoHeads() throws IOException {
        List<String> lines = exported();
        int first = lineOf(lines, "物 0");
        int at = lineOf(lines, "物 4");
        String digest = lines.get(first).replaceAll(".*\"leaf\":\"([0-9a-f]{64})\".*", "$1");
        lines.set(at, lines.get(at).replaceFirst("\"leaf\":\"[0-9a-f]{64}\"", "\"leaf\":\"" + digest + "\""));
        long from = place(lines.get(first)) + 1;
        assertThat(check(lines).text()).contains("第 " + from + " 至 " + (from + 8) + " 条与签名的树头不符");
    }

    /** Returns where the last line about a thing is. */
    private static int lineOf(List<String> lines, String thing) {
        int at = lines.size() - 1;
        while (!lines.get(at).contains("\"" + thing + "\"")) {
            at--;
        }
        return at;
    }

    private static long place(String line) {
        return Long.parseLong(line.replaceAll(".*\"place\":(\\d+).*", "$1"));
    }

    @Test
    void findsEveryRandomChangeOfALine() throws IOException {
        List<String> lines = exported();
        Random random = new Random(3);
        for (int i = 0; i < TAMPERINGS; i++) {
            List<String> tampered = new ArrayList<>(lines);
            int at = random.nextInt(tampered.size() - 1);
            switch (random.nextInt(4)) {
                case 0 -> tampered.remove(at);
                case 1 -> tampered.add(at, tampered.get(random.nextInt(tampered.size())));
                case 2 -> tampered.set(at, otherCharacter(tampered.get(at), random));
                default -> {
                    String line = tampered.set(at, tampered.get(at + 1));
                    tampered.set(at + 1, line);
                }
            }
            Said said = check(tampered);
            boolean headBeforeEntry = said.status() == 0 && sorted(tampered).equals(sorted(lines));
            assertThat(said.status() == 1 || headBeforeEntry)
                    .as("change %d at line %d: %s", i, at, said.text())
                    .isTrue();
        }
    }

    @Test
    void refusesAKeyOfSomeoneElse() throws IOException {
        List<String> lines = exported();
        Files.writeString(
                keys, Sm2PrivateKey.generate(new SecureRandom()).publicKey().toPem());
        assertThat(check(lines).text()).contains("签名不对");
    }

    @Test
    void saysThatAFileCannotBeRead() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no gzip");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = OfflineAuditCheck.run(
                List.of(text.toString(), keys.toString()), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(status).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("文件读不出来");
    }

    /** A line's neighbours may change places where one is a head: what was recorded is the same. */
    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }

    private static String otherCharacter(String line, Random random) {
        int at = random.nextInt(line.length());
        char other = (char) ('a' + random.nextInt(26));
        return line.charAt(at) == other
                ? otherCharacter(line, random)
                : line.substring(0, at) + other + line.substring(at + 1);
    }

    private List<String> exported() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        export.write(bytes);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    private record Said(int status, String text) {}

    private Said check(List<String> lines) throws IOException {
        Path file = folder.resolve("log.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = OfflineAuditCheck.run(
                List.of(file.toString(), keys.toString()), new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Said(status, said.toString(StandardCharsets.UTF_8));
    }
}
