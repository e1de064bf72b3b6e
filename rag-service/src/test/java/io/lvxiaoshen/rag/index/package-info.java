@NullMarked
package io.lvxiaoshen.rag.index;

import org.jspecify.annotations.NullMarked;
