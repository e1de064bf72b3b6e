/** HTTP endpoints of conversations and the stream of an answer. */
@NullMarked
package io.lvxiaoshen.agent.web;

import org.jspecify.annotations.NullMarked;
