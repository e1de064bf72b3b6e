package io.lvxiaoshen.platform.crypto;

/** How the parts of an SM2 ciphertext (the point C1, the masked message C2, the check value C3) follow each other. */
public enum Sm2CipherForm {
    /** The order of GB/T 32918.4-2016, which is today's. */
    C1C3C2,

    /** The order before the standard, still met in older devices. */
    C1C2C3,

    /** The ASN.1 sequence of GB/T 35275-2017 and of OpenSSL. */
    DER
}
