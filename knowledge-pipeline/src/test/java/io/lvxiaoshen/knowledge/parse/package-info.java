/** Tests of reading. */
@NullMarked
package io.lvxiaoshen.knowledge.parse;

import org.jspecify.annotations.NullMarked;
