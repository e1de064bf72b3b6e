package io.lvxiaoshen.platform;

/**
 * A file in the {@link ObjectStore}.
 *
 * @param digest its content's digest, which is also its key
 * @param size in bytes, at least 0
 */
public record StoredObject(Sha256 digest, long size) {}
