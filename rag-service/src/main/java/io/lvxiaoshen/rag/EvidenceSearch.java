package io.lvxiaoshen.rag;

import java.util.List;

/** Finds passages that answer a question. Thread-safe. */
public interface EvidenceSearch {

    /**
     * Searches by keywords and by meaning and fuses both.
     *
     * @return best first, at most {@code query.limit()}; empty if the knowledge bases hold nothing that fits
     */
    List<Evidence> search(EvidenceQuery query);
}
