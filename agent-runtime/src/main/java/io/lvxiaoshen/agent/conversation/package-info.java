/** Conversations and their messages as they are stored and shown. */
@NullMarked
package io.lvxiaoshen.agent.conversation;

import org.jspecify.annotations.NullMarked;
