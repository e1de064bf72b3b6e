@NullMarked
package io.lvxiaoshen.bench.retrieval;

import org.jspecify.annotations.NullMarked;
