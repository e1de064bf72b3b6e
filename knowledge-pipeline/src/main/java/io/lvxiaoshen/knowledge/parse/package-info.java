/** From the bytes of one file to its elements, within limits, and every reason why a file cannot be read. */
@NullMarked
package io.lvxiaoshen.knowledge.parse;

import org.jspecify.annotations.NullMarked;
