package io.lvxiaoshen.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The key under which the database keeps all others. It lives in a file that only its owner can read, outside of the
 * database and its backups: who has either alone has nothing.
 *
 * @param bytes 16 bytes
 */
record RootKey(byte[] bytes) {
    private static final byte[] FINGERPRINT_OF = "lvxiaoshen root key".getBytes(StandardCharsets.US_ASCII);

    RootKey {
        if (bytes.length != Sm4Gcm.KEY_LENGTH) {
            throw new IllegalArgumentException("a root key has 16 bytes");
        }
    }

    static RootKey generate(SecureRandom random) {
        byte[] bytes = new byte[Sm4Gcm.KEY_LENGTH];
        random.nextBytes(bytes);
        return new RootKey(bytes);
    }

    /**
     * Reads a key file: 32 hexadecimal digits.
     *
     * @throws IllegalStateException if it holds anything else
     */
    static RootKey read(Path file) {
        try {
            return new RootKey(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("根密钥文件 " + file + " 内容不是 32 位十六进制数：请从备份恢复。", e);
        } catch (IOException e) {
            throw new UncheckedIOException("根密钥文件 " + file + " 读不出来", e);
        }
    }

    /** Writes the key file at once and for good: after a crash it is there as a whole or not at all. */
    void write(Path file) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.write(
                        ByteBuffer.wrap((HexFormat.of().formatHex(bytes) + "\n").getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("根密钥文件 " + file + " 写不进去", e);
        }
    }

    /** Returns what names the key without giving it away: 16 hexadecimal digits. */
    String fingerprint() {
        return HexFormat.of().formatHex(Arrays.copyOf(HmacSm3.of(bytes, FINGERPRINT_OF), 8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RootKey key && Arrays.equals(key.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "RootKey " + fingerprint();
    }
}
