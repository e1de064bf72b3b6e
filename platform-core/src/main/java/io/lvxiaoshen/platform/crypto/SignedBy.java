package io.lvxiaoshen.platform.crypto;

/**
 * A signature and the key that made it.
 *
 * @param key number of the key among those of its purpose
 * @param der the SM2 signature with the default user id, in DER
 */
public record SignedBy(int key, byte[] der) {}
