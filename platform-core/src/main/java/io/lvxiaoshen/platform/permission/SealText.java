package io.lvxiaoshen.platform.permission;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The bytes that a seal is made of: what is sealed and its version, then the number of rows and the rows in order, each as
 * the number of its values and the values, texts as length (4 bytes) and UTF-8. No two different contents have the same
 * bytes.
 */
final class SealText {
    private static final Comparator<List<String>> ORDER =
            (a, b) -> Arrays.compare(a.toArray(String[]::new), b.toArray(String[]::new));

    private SealText() {}

    static byte[] ofSet(SetKey key, long version, List<List<String>> rows) {
        return bytes("set/" + key, version, rows);
    }

    static byte[] ofPart(int part, long version, List<List<String>> sets) {
        return bytes("part/" + part, version, sets);
    }

    /** The rows alone, for digests. */
    static byte[] ofRows(List<List<String>> rows) {
        return bytes("rows", 0, rows);
    }

    private static byte[] bytes(String what, long version, List<List<String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, what);
            out.writeLong(version);
            out.writeInt(rows.size());
            for (List<String> row : rows.stream().sorted(ORDER).toList()) {
                out.writeInt(row.size());
                for (String value : row) {
                    text(out, value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
