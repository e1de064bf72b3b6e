/** Tests of the knowledge pipeline. */
@NullMarked
package io.lvxiaoshen.knowledge;

import org.jspecify.annotations.NullMarked;
