package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.crypto.CryptoService;
import io.lvxiaoshen.platform.crypto.KeyPurpose;
import io.lvxiaoshen.platform.permission.StoredSet.Listed;
import io.lvxiaoshen.platform.permission.StoredSet.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The sets of rows that say who may do what, each under a seal (a MAC over all its rows). Which sets there are is a list,
 * sealed as well, so that a set cannot vanish together with its seal; each part of the list has a version that only grows
 * and that nodes remember outside of the database, so that none of it can be set back.
 */
@Component
class SealedSets {
    private final SetRows rows;
    private final CryptoService crypto;
    private final VersionWitness witness;
    private final SetCache cache;

    SealedSets(SetRows rows, CryptoService crypto, VersionWitness witness, SetCache cache) {
        this.rows = rows;
        this.crypto = crypto;
        this.witness = witness;
        this.cache = cache;
    }

    /**
     * Returns the rows of a set; they are at most a second old.
     *
     * @throws TamperedException if they are not as this application left them
     */
    List<List<String>> rows(SetKey key) {
        return cache.get(key, () -> rowsNow(key));
    }

    /** Returns the rows of a set as they are now; see {@link #rows}. */
    List<List<String>> rowsNow(SetKey key) {
        Verified verified = verify(key);
        // What a transaction sees may never be committed.
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            witness.saw(key.part(), verified.part().version());
        }
        return verified.rows();
    }

    /**
     * Verifies a part of the list of sets, whether or not it lists anything.
     *
     * @throws TamperedException if it is not as this application left it
     */
    void checkPart(int part) {
        rowsNow(SetKey.ofPart(part));
    }

    /**
     * Changes a set within the caller's transaction. What is sealed is what the set was, as verified, with the change, not
     * what the database then holds: what somebody else slips in meanwhile does not get a seal.
     *
     * @param change makes the new rows of the old ones
     * @throws TamperedException if the set was not as this application left it; then nothing is changed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(SetKey key, UnaryOperator<List<List<String>>> change) {
        rows.lock(key.part());
        Verified before = verify(key);
        List<List<String>> after = change.apply(before.rows());
        long version = before.part().version() + 1;
        List<List<String>> listed = new ArrayList<>(before.part().sets().stream()
                .filter(set -> !set.names(key))
                .map(Listed::row)
                .toList());
        rows.write(key, after);
        if (after.isEmpty()) {
            rows.remove(key);
        } else {
            byte[] mac = mac(SealText.ofSet(key, version, after));
            rows.put(key, version, mac);
            listed.add(new Listed(key.kind().name(), key.id(), version, mac).row());
        }
        rows.putPart(key.part(), version, mac(SealText.ofPart(key.part(), version, listed)));
        afterCommit(() -> {
            cache.forget(key);
            witness.saw(key.part(), version);
        });
    }

    /** Begins an empty list. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin() {
        long[] versions = new long[SetKey.PARTS];
        for (int part = 0; part < SetKey.PARTS; part++) {
            rows.putPart(part, 1, mac(SealText.ofPart(part, 1, List.of())));
            versions[part] = 1;
        }
        afterCommit(() -> witness.saw(versions));
    }

    private record Verified(List<List<String>> rows, Part part) {}

    private Verified verify(SetKey key) {
        // Taken before reading: what others commit meanwhile must not make this reading look old.
        long floor = witness.floor(key.part());
        StoredSet stored = rows.read(key);
        Part part = stored.part();
        if (part == null) {
            throw new TamperedException(key, "its part of the list is missing");
        }
        List<List<String>> listed = part.sets().stream().map(Listed::row).toList();
        if (!isSealed(SealText.ofPart(key.part(), part.version(), listed), part.mac())) {
            throw new TamperedException(key, "the seal of the list is broken");
        }
        if (part.version() < floor) {
            throw new TamperedException(key, "the list was set back from " + floor + " to " + part.version());
        }
        Optional<Listed> set =
                part.sets().stream().filter(listing -> listing.names(key)).findFirst();
        if (set.isEmpty() && !stored.rows().isEmpty()) {
            throw new TamperedException(key, "rows that are not in the list");
        }
        if (set.isPresent()
                && !isSealed(
                        SealText.ofSet(key, set.get().version(), stored.rows()),
                        set.get().mac())) {
            throw new TamperedException(key, "the seal is broken");
        }
        return new Verified(stored.rows(), part);
    }

    private byte[] mac(byte[] text) {
        return crypto.mac(KeyPurpose.ACCESS_CONTROL, text);
    }

    private boolean isSealed(byte[] text, byte[] mac) {
        return crypto.verifyMac(KeyPurpose.ACCESS_CONTROL, text, mac);
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
