@NullMarked
package io.lvxiaoshen.rag;

import org.jspecify.annotations.NullMarked;
