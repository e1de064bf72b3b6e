package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.crypto.Sm2PublicKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A log that was exported to a file, read line by line. Close it when it has been checked. */
final class ExportedLedger implements Ledger, AutoCloseable {
    private final Path file;
    private final List<Sm2PublicKey> keys;
    private final List<BufferedReader> opened = new ArrayList<>();
    private int unreadable;

    ExportedLedger(Path file, List<Sm2PublicKey> keys) {
        this.file = file;
        this.keys = List.copyOf(keys);
    }

    /** Returns how many lines of the file are no lines of a log; meaningful after the check. */
    int unreadable() {
        return unreadable;
    }

    @Override
    public Iterator<Place> places() {
        return lines().map(this::place).filter(Objects::nonNull).iterator();
    }

    @Override
    public Iterator<TreeHead> heads() {
        return lines().map(this::head).filter(Objects::nonNull).iterator();
    }

    @Override
    public boolean isSigned(TreeHead head) {
        return keys.stream()
                .anyMatch(key -> key.verify(head.statement(), head.signature().der()));
    }

    /** An export holds no subtrees: the check makes them from the leaves. */
    @Override
    public boolean isRecorded(int level, long number, byte[] digest) {
        return true;
    }

    @Override
    public long surplusSubtrees(long size) {
        return 0;
    }

    private @Nullable Place place(String text) {
        return read(text, line -> {
            AuditLine.Entry entry = line.entry();
            return entry == null
                    ? null
                    : new Place(
                            entry.place(),
                            List.of(entry.entry()),
                            HexFormat.of().parseHex(entry.leaf()));
        });
    }

    private @Nullable TreeHead head(String text) {
        return read(text, line -> line.head() == null ? null : line.head().head());
    }

    private <T> @Nullable T read(String text, Function<AuditLine, @Nullable T> part) {
        try {
            return part.apply(AuditLine.parse(text));
        } catch (IllegalArgumentException | NullPointerException e) {
            unreadable++;
            return null;
        }
    }

    private Stream<String> lines() {
        try {
            BufferedReader reader = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
            opened.add(reader);
            return reader.lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (BufferedReader reader : opened) {
            reader.close();
        }
    }
}
