/** Answers written by a language model, and the gateway to it. */
@NullMarked
package io.lvxiaoshen.agent.model;

import org.jspecify.annotations.NullMarked;
