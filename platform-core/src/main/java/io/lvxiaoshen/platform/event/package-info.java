/**
 * Events by which modules speak sideways and upward. Records are small, carry ids rather than content, and are
 * versioned by adding fields. Listeners are idempotent: the same event may arrive twice.
 */
@NamedInterface("event")
@NullMarked
package io.lvxiaoshen.platform.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
