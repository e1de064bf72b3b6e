@NullMarked
package io.lvxiaoshen;

import org.jspecify.annotations.NullMarked;
