/** Tests of numbering. */
@NullMarked
package io.lvxiaoshen.knowledge.statute;

import org.jspecify.annotations.NullMarked;
