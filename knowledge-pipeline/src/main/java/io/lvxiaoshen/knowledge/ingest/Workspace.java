package io.lvxiaoshen.knowledge.ingest;

import io.lvxiaoshen.platform.PlatformProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where originals lie while they are read. What a killed process left there goes with the next start. */
@Component
class Workspace {
    private final Path folder;

    Workspace(PlatformProperties properties) throws IOException {
        folder = Files.createDirectories(properties.inData("reading"));
        try (Stream<Path> leftovers = Files.list(folder)) {
            for (Path leftover : (Iterable<Path>) leftovers::iterator) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    Path newFile() throws IOException {
        return Files.createTempFile(folder, "original", "");
    }
}
