package io.lvxiaoshen.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The one source of new ids: UUID version 7 (RFC 9562), so that ids sort by the time they were made. Thread-safe. */
@Component
public class IdSource {
    private final NoArgGenerator generator = Generators.timeBasedEpochRandomGenerator();

    /** Returns an id that was never returned before; later ids of one process sort after earlier ones. */
    public UUID next() {
        return generator.generate();
    }
}
