/** The life of an answer: begun, produced, stored, cancelled, and found again after a crash. */
@NullMarked
package io.lvxiaoshen.agent.run;

import org.jspecify.annotations.NullMarked;
