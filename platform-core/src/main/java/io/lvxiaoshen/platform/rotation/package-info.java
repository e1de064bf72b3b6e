/** Gives stored values new keys while the application goes on. */
@NullMarked
package io.lvxiaoshen.platform.rotation;

import org.jspecify.annotations.NullMarked;
