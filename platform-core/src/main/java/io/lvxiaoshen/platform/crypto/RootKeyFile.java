package io.lvxiaoshen.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where the root key lies. While it is exchanged there are two files: {@code root.key} with the old one and {@code
 * root.key.next} with the new. Which of them counts is decided by the database, where all keys change at once.
 */
final class RootKeyFile {
    private final Path file;
    private final Path next;

    RootKeyFile(Path file) {
        this.file = file.toAbsolutePath();
        this.next = this.file.resolveSibling(this.file.getFileName() + ".next");
    }

    Optional<RootKey> read() {
        return Files.exists(file) ? Optional.of(RootKey.read(file)) : Optional.empty();
    }

    void create(RootKey key) {
        key.write(file);
    }

    void prepare(RootKey replacement) {
        replacement.write(next);
    }

    /** Forgets a replacement that never came to be. Only for one that makes sure that no exchange is under way. */
    void forgetPrepared() {
        try {
            Files.deleteIfExists(next);
        } catch (IOException e) {
            throw new UncheckedIOException("根密钥文件 " + next + " 删不掉", e);
        }
    }

    /**
     * Returns the key that the database was sealed with, and finishes an exchange that was interrupted after the database
     * had changed.
     *
     * @throws IllegalStateException if it is in neither file
     */
    synchronized RootKey settle(String fingerprint) {
        try {
            if (Files.exists(next) && RootKey.read(next).fingerprint().equals(fingerprint)) {
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("根密钥文件 " + file + " 无法更换", e);
        }
        return read().filter(found -> found.fingerprint().equals(fingerprint))
                .orElseThrow(() -> new IllegalStateException(
                        "数据库中的密钥是用另一把根密钥（" + fingerprint + "）保护的，而 " + file + " 不存在或不是它：请从备份恢复该文件。"));
    }
}
