/** Knowledge bases, their documents, and what was read from them, in the database. */
@NullMarked
package io.lvxiaoshen.knowledge.library;

import org.jspecify.annotations.NullMarked;
