package io.lvxiaoshen.knowledge;

import io.lvxiaoshen.knowledge.parse.FileParser;
import java.nio.file.Path;

/** Reads files of any supported format into elements. Needs neither Spring nor a database. Thread-safe. */
public interface DocumentParser extends AutoCloseable {

    /** Creates a parser that holds to {@code limits}. Close it to end its threads. */
    static DocumentParser within(ReadingLimits limits) {
        return new FileParser(limits);
    }

    /**
     * Reads a file. The type is told from the content; the name serves as a hint between text formats, as the title of
     * last resort, and is refused where the content contradicts it.
     *
     * @param file the bytes; never changed, and nothing is left beside them
     * @param name the file's name as its owner knows it
     * @throws FileRefusedException if the file cannot be used, with the reason
     * @throws java.io.UncheckedIOException if the bytes cannot be read
     * @throws java.util.concurrent.RejectedExecutionException if every thread is taken; worth another try later
     */
    ParsedDocument parse(Path file, String name);

    @Override
    void close();
}
