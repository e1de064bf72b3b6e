package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.crypto.CryptoService;
import io.lvxiaoshen.platform.crypto.KeyPurpose;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seals what is personal, each value for its own column and row, and makes it findable by its equal. */
@Component
class PersonalData {
    private final CryptoService crypto;

    PersonalData(CryptoService crypto) {
        this.crypto = crypto;
    }

    byte[] seal(PersonalField field, UUID account, String value) {
        return crypto.seal(KeyPurpose.PERSONAL_DATA, value.getBytes(StandardCharsets.UTF_8), context(field, account));
    }

    String open(PersonalField field, UUID account, byte[] stored) {
        return new String(
                crypto.open(KeyPurpose.PERSONAL_DATA, stored, context(field, account)), StandardCharsets.UTF_8);
    }

    /** Returns the blind index of a value: equal values have equal ones as long as the key stays. */
    byte[] index(PersonalField field, String value) {
        return crypto.mac(KeyPurpose.LOOKUP, message(field, value));
    }

    /** Returns every blind index that an equal value may have been stored with. */
    List<byte[]> indexes(PersonalField field, String value) {
        return crypto.macs(KeyPurpose.LOOKUP, message(field, value));
    }

    private static byte[] context(PersonalField field, UUID account) {
        return (field.column() + account).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] message(PersonalField field, String value) {
        return (field.column() + ":" + value).getBytes(StandardCharsets.UTF_8);
    }
}
