/**
 * 国密 cryptography: SM2, SM3 and SM4 (GB/T 32918, 32905, 32907) on Bouncy Castle, and the one {@link
 * io.lvxiaoshen.platform.crypto.CryptoService} by which every module protects what it stores. Keys stay inside the
 * service; callers name a purpose.
 */
@NamedInterface("crypto")
@NullMarked
package io.lvxiaoshen.platform.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
