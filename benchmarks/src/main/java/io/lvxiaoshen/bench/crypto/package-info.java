/** {@code bench crypto}: the ciphers beside raw Bouncy Castle and OpenSSL, and the audit log. */
@NullMarked
package io.lvxiaoshen.bench.crypto;

import org.jspecify.annotations.NullMarked;
