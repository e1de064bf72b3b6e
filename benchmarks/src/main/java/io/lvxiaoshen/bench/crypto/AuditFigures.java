package io.lvxiaoshen.bench.crypto;

/**
 * What the audit log does.
 *
 * @param threads how many append at once, each waiting for its entry to be on the disk
 * @param appendsPerSecond entries acknowledged per second
 * @param signedPerSecond entries under a signed head per second, until the last was
 * @param longestUnsignedMillis the longest that an entry was without a signed head, looked at ten times a second
 * @param proofMicros to make a proof of inclusion, from the database
 * @param verifyMicros to check one: the signature of the head and the path
 * @param entries in the tree when proofs were made
 */
record AuditFigures(
        int threads,
        double appendsPerSecond,
        double signedPerSecond,
        double longestUnsignedMillis,
        double proofMicros,
        double verifyMicros,
        long entries) {}
