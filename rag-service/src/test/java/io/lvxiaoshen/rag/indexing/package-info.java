@NullMarked
package io.lvxiaoshen.rag.indexing;

import org.jspecify.annotations.NullMarked;
