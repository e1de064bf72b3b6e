/** {@code bench chat-load}: many people asking at once, over HTTP as a browser would. */
@NullMarked
package io.lvxiaoshen.bench.load;

import org.jspecify.annotations.NullMarked;
