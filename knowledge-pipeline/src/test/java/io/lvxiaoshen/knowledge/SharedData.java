package io.lvxiaoshen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Development data outside of the repository. */
final class SharedData {
    private SharedData() {}

    /** Returns the files below a folder in order of their names; fails where there are none. */
    static List<Path> files(String folder) {
        String root = System.getProperty("shared.data", "");
        assertThat(root).as("-Dshared.data=DIR").isNotBlank();
        try (Stream<Path> files = Files.walk(Path.of(root, folder))) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            assertThat(sorted).isNotEmpty();
            return sorted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
