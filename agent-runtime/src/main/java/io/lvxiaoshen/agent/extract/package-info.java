/** Answers made of sentences that stand word for word in the evidence. */
@NullMarked
package io.lvxiaoshen.agent.extract;

import org.jspecify.annotations.NullMarked;
