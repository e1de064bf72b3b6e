/** Knowledge bases and documents over HTTP, as docs/http-api.md promises. */
@NullMarked
package io.lvxiaoshen.knowledge.web;

import org.jspecify.annotations.NullMarked;
