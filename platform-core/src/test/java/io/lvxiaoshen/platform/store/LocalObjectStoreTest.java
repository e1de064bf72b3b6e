package io.lvxiaoshen.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lvxiaoshen.platform.ObjectTooLargeException;
import io.lvxiaoshen.platform.Sha256;
import io.lvxiaoshen.platform.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalObjectStoreTest {
    private static final byte[] CONTENT = "第一条 为了保护绿地，制定本办法。".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private LocalObjectStore store;

    @BeforeEach
    void open() throws IOException {
        store = new LocalObjectStore(folder);
    }

    @Test
    void givesBackWhatWasPutUnderItsDigest() throws IOException {
        StoredObject stored = store.put(new ByteArrayInputStream(CONTENT), 1000);
        assertThat(stored).isEqualTo(new StoredObject(Sha256.of(CONTENT), CONTENT.length));
        try (InputStream in = store.open(stored.digest())) {
            assertThat(in.readAllBytes()).isEqualTo(CONTENT);
        }
    }

    @Test
    void storesEqualFilesOnce() throws IOException {
        store.put(new ByteArrayInputStream(CONTENT), 1000);
        store.put(new ByteArrayInputStream(CONTENT), 1000);
        assertThat(files()).hasSize(1);
    }

    @Test
    void leavesNothingBehindWhenAFileIsTooLarge() throws IOException {
        assertThatThrownBy(() -> store.put(new ByteArrayInputStream(CONTENT), CONTENT.length - 1))
                .isInstanceOf(ObjectTooLargeException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenTheUploadBreaksOff() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    throw new IOException("connection reset");
                }
                left--;
                return 'x';
            }
        };
        assertThatThrownBy(() -> store.put(broken, 1 << 20)).hasMessage("connection reset");
        assertThat(files()).isEmpty();
    }

    @Test
    void removesWhatACrashLeftUnfinished() throws IOException {
        Files.writeString(folder.resolve("unfinished/object123"), "half");
        new LocalObjectStore(folder);
        assertThat(files()).isEmpty();
    }

    @Test
    void forgetsADeletedFile() throws IOException {
        Sha256 digest = store.put(new ByteArrayInputStream(CONTENT), 1000).digest();
        store.delete(digest);
        assertThat(store.contains(digest)).isFalse();
        assertThatThrownBy(() -> store.open(digest)).isInstanceOf(NoSuchFileException.class);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
