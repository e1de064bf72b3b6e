/** The runnable application: assembles the modules and starts them. */
@NullMarked
package io.lvxiaoshen;

import org.jspecify.annotations.NullMarked;
