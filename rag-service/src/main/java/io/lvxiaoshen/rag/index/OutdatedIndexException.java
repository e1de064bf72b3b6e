package io.lvxiaoshen.rag.index;

import java.io.IOException;
import java.nio.file.Path;

/** An index was built with another model, analysis or schema than the program has now: it must be built anew. */
public class OutdatedIndexException extends IOException {
    private static final long serialVersionUID = 1;

    /** Creates the exception for the index in {@code folder}. */
    public OutdatedIndexException(Path folder) {
        super("built with another model, analysis or schema: " + folder);
    }
}
