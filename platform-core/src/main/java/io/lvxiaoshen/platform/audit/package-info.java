/**
 * The tamper-evident record of who did what: entries are leaves of a Merkle tree (RFC 6962, with SM3) whose heads are
 * signed with SM2. Whoever has an export and the public key can check it without this application's database.
 */
@NamedInterface("audit")
@NullMarked
package io.lvxiaoshen.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
