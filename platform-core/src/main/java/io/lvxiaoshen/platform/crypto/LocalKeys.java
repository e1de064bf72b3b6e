package io.lvxiaoshen.platform.crypto;

import io.lvxiaoshen.platform.crypto.KeyPurpose.Kind;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keys in the table {@code platform.crypto_key}, each sealed under the root key for its purpose and number. A node that
 * did not make a key itself learns of it within {@link #FRESH}, or at once when it meets something that the key protects.
 */
final class LocalKeys implements KeyCustody {
    /** How long what is known of the table may be used without another look. */
    static final Duration FRESH = Duration.ofSeconds(10);

    /** Nodes that start or rotate at the same time wait for each other. */
    private static final long LOCK = 0x4c584b4559L;

    private static final int MAC_KEY_LENGTH = 32;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final TransactionTemplate apart;
    private final RootKeyFile file;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile Known known;

    private record Key(
            int id,
            KeyPurpose purpose,
            byte[] material,
            @Nullable Sm2PrivateKey pair) {}

    private record Known(Map<Integer, Key> keys, Instant since) {}

    private record Row(int id, KeyPurpose purpose, String root, byte[] sealed) {}

    private LocalKeys(JdbcClient jdbc, TransactionTemplate transactions, RootKeyFile file, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.apart = new TransactionTemplate(
                Objects.requireNonNull(transactions.getTransactionManager(), "a transaction manager"), transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.file = file;
        this.clock = clock;
        this.known = new Known(Map.of(), Instant.MIN);
    }

    /**
     * Opens the keys; makes the root key and one key for each purpose where there is none.
     *
     * @throws IllegalStateException if there are keys but their root key is not in the file
     */
    static LocalKeys open(JdbcClient jdbc, TransactionTemplate transactions, RootKeyFile file, Clock clock) {
        LocalKeys keys = new LocalKeys(jdbc, transactions, file, clock);
        keys.alone(() -> {
            keys.createMissing();
            file.forgetPrepared();
        });
        keys.load();
        return keys;
    }

    @Override
    public List<Integer> keys(KeyPurpose purpose) {
        return fresh().keys().values().stream()
                .filter(key -> key.purpose() == purpose)
                .map(Key::id)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    @Override
    public boolean holds(KeyPurpose purpose, int key) {
        Key found = find(key);
        return found != null && found.purpose() == purpose;
    }

    @Override
    public int rotate(KeyPurpose purpose) {
        int[] created = new int[1];
        alone(() -> created[0] = create(purpose, settledRoot().orElseThrow()));
        // A key that is not committed must protect nothing: should it be rolled back, nothing would open again.
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    load();
                }
            });
        } else {
            load();
        }
        return created[0];
    }

    /** Exchanges the root key: seals every key anew under another one. */
    void rotateRoot() {
        RootKey replacement = RootKey.generate(random);
        alone(() -> {
            RootKey root = settledRoot().orElseThrow();
            file.prepare(replacement);
            for (Row row : rows()) {
                byte[] material = open(root, row);
                jdbc.sql("update platform.crypto_key set root = ?, sealed = ? where id = ?")
                        .param(replacement.fingerprint())
                        .param(Sm4Gcm.seal(replacement.bytes(), material, context(row.purpose(), row.id()), random))
                        .param(row.id())
                        .update();
            }
        });
        file.settle(replacement.fingerprint());
    }

    @Override
    public byte[] wrap(int key, byte[] message, byte[] context) {
        return Sm4Gcm.seal(require(key, Kind.CIPHER).material(), message, context, random);
    }

    @Override
    public byte[] unwrap(int key, byte[] wrapped, byte[] context) {
        return Sm4Gcm.open(require(key, Kind.CIPHER).material(), wrapped, context);
    }

    @Override
    public byte[] mac(int key, byte[] message) {
        return HmacSm3.of(require(key, Kind.MAC).material(), message);
    }

    @Override
    public byte[] sign(int key, byte[] message) {
        return pair(key).sign(message, random);
    }

    @Override
    public Sm2PublicKey publicKey(int key) {
        return pair(key).publicKey();
    }

    private Sm2PrivateKey pair(int key) {
        Sm2PrivateKey pair = require(key, Kind.SIGNATURE).pair();
        if (pair == null) {
            throw new IllegalStateException("a key for signatures is a pair");
        }
        return pair;
    }

    private Key require(int id, Kind kind) {
        Key key = find(id);
        if (key == null || key.purpose().kind() != kind) {
            throw new UnreadableCiphertextException("no key " + id);
        }
        return key;
    }

    private @Nullable Key find(int id) {
        Known now = fresh();
        // Numbers grow: one beyond all that are known may have been made on another node a moment ago.
        if (now.keys().keySet().stream().allMatch(known -> known < id)) {
            load();
        }
        return known.keys().get(id);
    }

    private Known fresh() {
        if (known.since().plus(FRESH).isBefore(clock.instant())) {
            load();
        }
        return known;
    }

    /** Reads what is committed, and not what a transaction under way on this thread has written. */
    private synchronized void load() {
        Instant now = clock.instant();
        apart.executeWithoutResult(status -> {
            Optional<RootKey> root = settledRoot();
            if (root.isPresent()) {
                known = new Known(
                        rows().stream()
                                .map(row -> key(root.get(), row))
                                .collect(Collectors.toUnmodifiableMap(Key::id, Function.identity())),
                        now);
            }
        });
    }

    private static Key key(RootKey root, Row row) {
        byte[] material = open(root, row);
        return new Key(
                row.id(),
                row.purpose(),
                material,
                row.purpose().kind() == Kind.SIGNATURE ? Sm2PrivateKey.of(material) : null);
    }

    private static byte[] open(RootKey root, Row row) {
        try {
            return Sm4Gcm.open(root.bytes(), row.sealed(), context(row.purpose(), row.id()));
        } catch (UnreadableCiphertextException e) {
            throw new IllegalStateException(
                    "密钥 " + row.id() + "（" + row.purpose() + "）在数据库中被改动过，不能使用：请从备份恢复表 platform.crypto_key。", e);
        }
    }

    /** Returns the root key that the table was sealed with; empty while there is no key at all. */
    private Optional<RootKey> settledRoot() {
        return jdbc.sql("select root from platform.crypto_key order by id limit 1")
                .query(String.class)
                .optional()
                .map(file::settle);
    }

    private void createMissing() {
        Optional<RootKey> settled = settledRoot();
        RootKey root = settled.or(file::read).orElseGet(this::createRoot);
        List<KeyPurpose> present = rows().stream().map(Row::purpose).toList();
        Arrays.stream(KeyPurpose.values())
                .filter(purpose -> !present.contains(purpose))
                .forEach(purpose -> create(purpose, root));
    }

    private RootKey createRoot() {
        RootKey root = RootKey.generate(random);
        file.create(root);
        return root;
    }

    private int create(KeyPurpose purpose, RootKey root) {
        int id = jdbc.sql("select nextval('platform.crypto_key_id')")
                .query(Integer.class)
                .single();
        jdbc.sql("insert into platform.crypto_key (id, purpose, root, sealed, created_at) values (?, ?, ?, ?, ?)")
                .param(id)
                .param(purpose.name())
                .param(root.fingerprint())
                .param(Sm4Gcm.seal(root.bytes(), material(purpose), context(purpose, id), random))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private byte[] material(KeyPurpose purpose) {
        if (purpose.kind() == Kind.SIGNATURE) {
            return Sm2PrivateKey.generate(random).toBytes();
        }
        byte[] bytes = new byte[purpose.kind() == Kind.CIPHER ? Sm4Gcm.KEY_LENGTH : MAC_KEY_LENGTH];
        random.nextBytes(bytes);
        return bytes;
    }

    private List<Row> rows() {
        return jdbc.sql("select id, purpose, root, sealed from platform.crypto_key order by id")
                .query((row, number) -> new Row(
                        row.getInt("id"),
                        KeyPurpose.valueOf(row.getString("purpose")),
                        row.getString("root"),
                        row.getBytes("sealed")))
                .list();
    }

    private static byte[] context(KeyPurpose purpose, int id) {
        return ("crypto_key " + purpose + " " + id).getBytes(StandardCharsets.US_ASCII);
    }

    private void alone(Runnable work) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query((row, number) -> 0)
                    .single();
            work.run();
        });
    }
}
