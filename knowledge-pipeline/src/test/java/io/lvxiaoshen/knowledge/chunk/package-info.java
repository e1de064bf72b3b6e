/** Tests of cutting. */
@NullMarked
package io.lvxiaoshen.knowledge.chunk;

import org.jspecify.annotations.NullMarked;
