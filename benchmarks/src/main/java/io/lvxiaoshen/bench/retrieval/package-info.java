/** {@code bench retrieval}: search quality and speed on a corpus, questions and judgements. */
@NullMarked
package io.lvxiaoshen.bench.retrieval;

import org.jspecify.annotations.NullMarked;
