package io.lvxiaoshen.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = io.lvxiaoshen.platform.PlatformTestApplication.class,
        properties = "lvxiaoshen.platform.administrator-password=correct horse battery")
class LocalKeysTest {
    private static final byte[] VALUE = "13800000000".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HERE = "account.phone 1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] THERE = "account.phone 2".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path data;

    @Autowired
    CryptoService crypto;

    @Autowired
    LocalKeys keys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) {
        registry.add("lvxiaoshen.platform.data", data::toString);
    }

    @Test
    void opensOnlyInItsPlaceAndForItsPurpose() {
        byte[] sealed = crypto.seal(KeyPurpose.PERSONAL_DATA, VALUE, HERE);
        assertThat(sealed).hasSize(VALUE.length + CryptoService.SEAL_OVERHEAD);
        assertThat(crypto.open(KeyPurpose.PERSONAL_DATA, sealed, HERE)).isEqualTo(VALUE);
        assertThatThrownBy(() -> crypto.open(KeyPurpose.PERSONAL_DATA, sealed, THERE))
                .isInstanceOf(UnreadableCiphertextException.class);
        assertThatThrownBy(() -> crypto.open(KeyPurpose.SECRET, sealed, HERE))
                .isInstanceOf(UnreadableCiphertextException.class);
        assertThatThrownBy(() -> crypto.seal(KeyPurpose.LOOKUP, VALUE, HERE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesEveryCiphertextThatIsOneBitOff() {
        byte[] sealed = crypto.seal(KeyPurpose.PERSONAL_DATA, VALUE, HERE);
        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> crypto.open(KeyPurpose.PERSONAL_DATA, altered, HERE))
                    .isInstanceOf(UnreadableCiphertextException.class);
        }
    }

    @Test
    void readsWhatAnOlderKeySealedAndRenewsItWithoutChangingTheValue() {
        byte[] old = crypto.seal(KeyPurpose.SECRET, VALUE, HERE);
        int key = crypto.rotate(KeyPurpose.SECRET);
        assertThat(crypto.open(KeyPurpose.SECRET, old, HERE)).isEqualTo(VALUE);
        byte[] renewed = crypto.renew(KeyPurpose.SECRET, old, HERE);
        assertThat(CryptoService.keyOf(renewed)).isEqualTo(key);
        assertThat(crypto.open(KeyPurpose.SECRET, renewed, HERE)).isEqualTo(VALUE);
        assertThat(crypto.renew(KeyPurpose.SECRET, renewed, HERE)).isSameAs(renewed);
    }

    @Test
    void macsAreOfOneMessageAndStayTrueAcrossKeys() {
        byte[] mac = crypto.mac(KeyPurpose.ACCESS_CONTROL, VALUE);
        crypto.rotate(KeyPurpose.ACCESS_CONTROL);
        assertThat(crypto.verifyMac(KeyPurpose.ACCESS_CONTROL, VALUE, mac)).isTrue();
        assertThat(crypto.verifyMac(KeyPurpose.ACCESS_CONTROL, HERE, mac)).isFalse();
        assertThat(crypto.verifyMac(KeyPurpose.LOOKUP, VALUE, mac)).isFalse();
        assertThat(crypto.macs(KeyPurpose.ACCESS_CONTROL, VALUE)).hasSize(2).anyMatch(one -> Arrays.equals(one, mac));
    }

    @Test
    void signaturesNameTheirKeyAndOutliveIt() {
        SignedBy signature = crypto.sign(KeyPurpose.AUDIT_HEAD, VALUE);
        crypto.rotate(KeyPurpose.AUDIT_HEAD);
        assertThat(crypto.verify(KeyPurpose.AUDIT_HEAD, VALUE, signature)).isTrue();
        assertThat(crypto.publicKey(KeyPurpose.AUDIT_HEAD, signature.key()).verify(VALUE, signature.der()))
                .isTrue();
        assertThat(crypto.verify(KeyPurpose.LOG_FILE, VALUE, signature)).isFalse();
    }

    @Test
    void anotherNodeLearnsOfANewKeyWhenItMeetsIt() {
        CryptoService other = new CryptoService(another());
        crypto.rotate(KeyPurpose.PERSONAL_DATA);
        byte[] sealed = crypto.seal(KeyPurpose.PERSONAL_DATA, VALUE, HERE);
        assertThat(other.open(KeyPurpose.PERSONAL_DATA, sealed, HERE)).isEqualTo(VALUE);
    }

    @Test
    void theRootKeyIsTheOwnersAloneAndCanBeExchanged() throws IOException {
        Path file = data.resolve("keys/root.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String before = Files.readString(file);
        byte[] sealed = crypto.seal(KeyPurpose.PERSONAL_DATA, VALUE, HERE);
        keys.rotateRoot();
        assertThat(Files.readString(file)).isNotEqualTo(before);
        assertThat(data.resolve("keys/root.key.next")).doesNotExist();
        assertThat(new CryptoService(another()).open(KeyPurpose.PERSONAL_DATA, sealed, HERE))
                .isEqualTo(VALUE);
    }

    @Test
    void finishesAnExchangeOfTheRootKeyThatACrashInterrupted() throws IOException {
        Path file = data.resolve("keys/root.key");
        Path next = data.resolve("keys/root.key.next");
        String old = Files.readString(file);
        keys.rotateRoot();
        String current = Files.readString(file);
        // As after a crash between the commit and the renaming of the file.
        Files.writeString(next, current);
        Files.writeString(file, old);
        another();
        assertThat(Files.readString(file)).isEqualTo(current);
        // As after a crash before the commit.
        Files.writeString(next, old);
        another();
        assertThat(Files.readString(file)).isEqualTo(current);
        assertThat(next).doesNotExist();
    }

    @Test
    void doesNotStartWithAnotherRootKey() throws IOException {
        Path file = data.resolve("keys/root.key");
        String right = Files.readString(file);
        try {
            Files.writeString(file, "00".repeat(16));
            assertThatThrownBy(this::another)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("请从备份恢复该文件");
            Files.delete(file);
            assertThatThrownBy(this::another)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("请从备份恢复该文件");
        } finally {
            Files.writeString(file, right);
        }
    }

    @Test
    void noticesAKeyThatWasChangedInTheDatabase() {
        flipABit();
        try {
            assertThatThrownBy(this::another).isInstanceOf(IllegalStateException.class);
        } finally {
            flipABit();
        }
        assertThat(another().keys(KeyPurpose.LOG_FILE)).isNotEmpty();
    }

    private void flipABit() {
        jdbc.sql("update platform.crypto_key set sealed = set_bit(sealed, 100, 1 - get_bit(sealed, 100))"
                        + " where purpose = 'LOG_FILE'")
                .update();
    }

    @Test
    void aKeyThatIsRolledBackProtectsNothing() {
        byte[][] sealed = new byte[1][];
        transactions.executeWithoutResult(status -> {
            int key = crypto.rotate(KeyPurpose.SECRET);
            sealed[0] = crypto.seal(KeyPurpose.SECRET, VALUE, HERE);
            assertThat(CryptoService.keyOf(sealed[0])).isNotEqualTo(key);
            status.setRollbackOnly();
        });
        assertThat(crypto.open(KeyPurpose.SECRET, sealed[0], HERE)).isEqualTo(VALUE);
    }

    private LocalKeys another() {
        return LocalKeys.open(
                jdbc,
                transactions,
                new RootKeyFile(data.resolve("keys/root.key")),
                Clock.offset(Clock.systemUTC(), Duration.ZERO));
    }
}
