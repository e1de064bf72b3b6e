/** From a question and its evidence to an answer, whichever way it is made. */
@NullMarked
package io.lvxiaoshen.agent.answer;

import org.jspecify.annotations.NullMarked;
