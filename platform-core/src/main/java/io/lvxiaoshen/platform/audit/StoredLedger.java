package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.audit.AuditStore.Found;
import io.lvxiaoshen.platform.audit.AuditStore.Subtree;
import io.lvxiaoshen.platform.crypto.CryptoService;
import io.lvxiaoshen.platform.crypto.KeyPurpose;
import io.lvxiaoshen.platform.crypto.UnreadableCiphertextException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The log in the database, read a page at a time. */
final class StoredLedger implements Ledger {
    private static final int PAGE = 1000;

    private final AuditStore store;
    private final CryptoService crypto;
    private final Map<Integer, Pages<Subtree>> inner = new HashMap<>();

    StoredLedger(AuditStore store, CryptoService crypto) {
        this.store = store;
        this.crypto = crypto;
    }

    @Override
    public Iterator<Place> places() {
        Pages<Found> entries = new Pages<>(from -> store.placed(from, PAGE), Found::leaf);
        Pages<Subtree> leaves = new Pages<>(from -> store.subtrees(0, from, PAGE), Subtree::number);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.peek() != null || leaves.peek() != null;
            }

            @Override
            public Place next() {
                Found entry = entries.peek();
                Subtree leaf = leaves.peek();
                long place = Math.min(
                        entry == null ? Long.MAX_VALUE : entry.leaf(), leaf == null ? Long.MAX_VALUE : leaf.number());
                boolean there = entry != null && entry.leaf() == place;
                boolean recorded = leaf != null && leaf.number() == place;
                return new Place(
                        place,
                        there ? Arrays.asList(entries.next().entry()) : List.of(),
                        recorded ? leaves.next().digest() : null);
            }
        };
    }

    @Override
    public Iterator<TreeHead> heads() {
        // Pages ask for sizes from a number on; the table, for sizes above one.
        return new Pages<>(from -> store.heads(from - 1, PAGE), TreeHead::size);
    }

    @Override
    public boolean isSigned(TreeHead head) {
        try {
            return crypto.verify(KeyPurpose.AUDIT_HEAD, head.statement(), head.signature());
        } catch (UnreadableCiphertextException e) {
            return false;
        }
    }

    @Override
    public boolean isRecorded(int level, long number, byte[] digest) {
        Pages<Subtree> subtrees = inner.computeIfAbsent(
                level, height -> new Pages<>(from -> store.subtrees(height, from, PAGE), Subtree::number));
        while (subtrees.peek() != null && subtrees.peek().number() < number) {
            subtrees.next();
        }
        Subtree found = subtrees.peek();
        return found != null && found.number() == number && Arrays.equals(found.digest(), digest);
    }

    @Override
    public long surplusSubtrees(long size) {
        return store.surplusSubtrees(size);
    }

    /** Rows in the order of a number, fetched as they are needed. */
    private static final class Pages<T> implements Iterator<T> {
        private final LongFunction<List<T>> fetch;
        private final ToLongFunction<T> number;
        private List<T> page = List.of();
        private int at;
        private long from;
        private boolean ended;

        Pages(LongFunction<List<T>> fetch, ToLongFunction<T> number) {
            this.fetch = fetch;
            this.number = number;
        }

        @Nullable
        T peek() {
            if (at == page.size() && !ended) {
                page = fetch.apply(from);
                at = 0;
                ended = page.isEmpty();
                if (!ended) {
                    from = number.applyAsLong(page.get(page.size() - 1)) + 1;
                }
            }
            return ended ? null : page.get(at);
        }

        @Override
        public boolean hasNext() {
            return peek() != null;
        }

        @Override
        public T next() {
            T next = peek();
            if (next == null) {
                throw new NoSuchElementException();
            }
            at++;
            return next;
        }
    }
}
