@NullMarked
package io.lvxiaoshen.bench;

import org.jspecify.annotations.NullMarked;
