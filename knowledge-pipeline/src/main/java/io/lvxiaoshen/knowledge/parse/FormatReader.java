package io.lvxiaoshen.knowledge.parse;

import java.io.IOException;
import java.nio.file.Path;

/** Reads files of some formats. */
interface FormatReader {
    /**
     * Gives the file's pieces to {@code target} in reading order.
     *
     * @return number of pages; 0 where the format has none
     * @throws IOException if the file is damaged or cannot be read
     * @throws io.lvxiaoshen.knowledge.FileRefusedException if the file cannot be used for another reason
     */
    int read(Path file, Format format, PieceCollector target) throws IOException;
}
