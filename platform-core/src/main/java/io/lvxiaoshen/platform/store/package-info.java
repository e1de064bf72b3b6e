/** Stored files on the local disk. */
@NullMarked
package io.lvxiaoshen.platform.store;

import org.jspecify.annotations.NullMarked;
