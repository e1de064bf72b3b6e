@NullMarked
package io.lvxiaoshen.bench.load;

import org.jspecify.annotations.NullMarked;
