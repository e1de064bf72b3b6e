/** How Chinese statutes number their parts: 编, 章, 节, 条, 款, 项. Shared by reading and cutting. */
@NullMarked
package io.lvxiaoshen.knowledge.statute;

import org.jspecify.annotations.NullMarked;
