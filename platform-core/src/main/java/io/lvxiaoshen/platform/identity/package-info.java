/** Accounts, sign-in and what a request may do. */
@NullMarked
package io.lvxiaoshen.platform.identity;

import org.jspecify.annotations.NullMarked;
