/** What every HTTP endpoint shares: problem details and the pages of the single-page application. */
@NullMarked
package io.lvxiaoshen.platform.web;

import org.jspecify.annotations.NullMarked;
