/** Background jobs that survive a crash. */
@NullMarked
package io.lvxiaoshen.platform.job;

import org.jspecify.annotations.NullMarked;
