package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.PlatformProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers, outside of the database, the last head that this node signed. Who sets the whole database back to an earlier
 * state, with heads that were true then, is found out by it.
 */
@Component
class HeadWitness {
    private final Path file;
    private final JsonMapper json;

    HeadWitness(PlatformProperties properties, JsonMapper json) {
        this.file = properties.inData("audit/last-head.json");
        this.json = json;
    }

    void saw(TreeHead head) {
        Path unfinished = file.resolveSibling("last-head.unfinished");
        try {
            Files.createDirectories(file.getParent());
            Files.write(unfinished, json.writeValueAsBytes(head));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the last head that was seen; empty if none was.
     *
     * @throws IllegalStateException if the file holds anything else
     */
    Optional<TreeHead> last() {
        try {
            return Files.exists(file)
                    ? Optional.of(json.readValue(Files.readAllBytes(file), TreeHead.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new IllegalStateException("文件 " + file + " 已损坏", e);
        }
    }
}
