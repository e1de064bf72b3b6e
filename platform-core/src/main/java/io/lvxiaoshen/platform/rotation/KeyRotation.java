package io.lvxiaoshen.platform.rotation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.lvxiaoshen.platform.audit.AuditEvent;
import io.lvxiaoshen.platform.audit.AuditLog;
import io.lvxiaoshen.platform.crypto.CryptoService;
import io.lvxiaoshen.platform.crypto.KeyPurpose;
import io.lvxiaoshen.platform.crypto.SealedColumn;
import io.lvxiaoshen.platform.crypto.UnreadableCiphertextException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives every sealed value a new key while the application goes on. What is left to do is told by the values themselves,
 * each of which names its key: after a crash the work goes on where it stopped, and several nodes may do it at once.
 */
class KeyRotation {
    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);
    static final TaskDescriptor<Void> RENEWAL = TaskDescriptor.of("platform-key-rotation");
    private static final int BATCH = 200;

    private final List<SealedColumn> columns;
    private final CryptoService crypto;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final SchedulerClient scheduler;
    private final Clock clock;

    KeyRotation(
            List<SealedColumn> columns,
            CryptoService crypto,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            AuditLog audit,
            SchedulerClient scheduler,
            Clock clock) {
        this.columns = List.copyOf(columns);
        this.crypto = crypto;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    private record Cell(UUID id, byte[] sealed) {}

    /**
     * Makes a new key for a purpose, which counts from now on, and orders the values of older ones to be renewed: all
     * three or nothing.
     *
     * @return the key's number
     */
    int begin(KeyPurpose purpose) {
        Integer key = transactions.execute(status -> {
            int created = crypto.rotate(purpose);
            jdbc.sql("insert into platform.key_rotation (purpose, key, started_at) values (?, ?, ?)")
                    .param(purpose.name())
                    .param(created)
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            audit.record(AuditEvent.done("key.rotate", "key", Integer.toString(created))
                    .with(Map.of("purpose", purpose.name())));
            scheduler.scheduleIfNotExists(RENEWAL.instance(purpose.name()).build(), clock.instant());
            return created;
        });
        return key == null ? 0 : key;
    }

    /**
     * Renews whatever still has an older key and checks that every value opens.
     *
     * @return how many values were renewed
     * @throws IllegalStateException if a value does not open; the others are renewed all the same
     */
    int finish(KeyPurpose purpose) {
        int renewed = 0;
        long unreadable = 0;
        int key = crypto.keys(purpose).get(0);
        for (SealedColumn column : columns) {
            if (column.purpose() == purpose) {
                renewed += renew(column, key);
                unreadable += unreadable(column);
            }
        }
        if (unreadable > 0) {
            throw new IllegalStateException(purpose + " 的 " + unreadable + " 个值打不开：它们被改动过，或不是用本系统的密钥保护的");
        }
        end(purpose, key, renewed);
        return renewed;
    }

    private void end(KeyPurpose purpose, int key, int renewed) {
        transactions.executeWithoutResult(status -> {
            int ended = jdbc.sql("update platform.key_rotation set finished_at = ?"
                            + " where purpose = ? and key <= ? and finished_at is null")
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .param(purpose.name())
                    .param(key)
                    .update();
            if (ended > 0) {
                audit.record(AuditEvent.done("key.rotation-finished", "key", Integer.toString(key))
                        .with(Map.of("purpose", purpose.name(), "renewed", Integer.toString(renewed))));
            }
        });
    }

    private int renew(SealedColumn column, int key) {
        int renewed = 0;
        UUID after = new UUID(0, 0);
        for (List<Cell> batch = older(column, key, after); !batch.isEmpty(); batch = older(column, key, after)) {
            for (Cell cell : batch) {
                renewed += renew(column, cell) ? 1 : 0;
                after = cell.id();
            }
        }
        return renewed;
    }

    /** Leaves a value alone that was changed in the meantime: whoever changed it sealed it with the new key. */
    private boolean renew(SealedColumn column, Cell cell) {
        try {
            byte[] renewed = crypto.renew(column.purpose(), cell.sealed(), column.context(cell.id()));
            return jdbc.sql("update " + column.table() + " set " + column.column() + " = ? where id = ? and "
                                    + column.column() + " = ?")
                            .param(renewed)
                            .param(cell.id())
                            .param(cell.sealed())
                            .update()
                    == 1;
        } catch (UnreadableCiphertextException e) {
            log.error("{}.{} 的一个值打不开（id {}）", column.table(), column.column(), cell.id());
            return false;
        }
    }

    private List<Cell> older(SealedColumn column, int key, UUID after) {
        return jdbc.sql("select id, " + column.column() + " from " + column.table() + " where id > ? and "
                        + column.column() + " is not null and substring(" + column.column()
                        + " from 2 for 4) <> ? order by id limit ?")
                .param(after)
                .param(ByteBuffer.allocate(Integer.BYTES).putInt(key).array())
                .param(BATCH)
                .query((row, number) -> new Cell(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
    }

    private long unreadable(SealedColumn column) {
        long unreadable = 0;
        UUID after = new UUID(0, 0);
        for (List<Cell> batch = all(column, after); !batch.isEmpty(); batch = all(column, after)) {
            for (Cell cell : batch) {
                unreadable += opens(column, cell) ? 0 : 1;
                after = cell.id();
            }
        }
        return unreadable;
    }

    private boolean opens(SealedColumn column, Cell cell) {
        try {
            crypto.open(column.purpose(), cell.sealed(), column.context(cell.id()));
            return true;
        } catch (UnreadableCiphertextException e) {
            return false;
        }
    }

    private List<Cell> all(SealedColumn column, UUID after) {
        return jdbc.sql("select id, " + column.column() + " from " + column.table() + " where id > ? and "
                        + column.column() + " is not null order by id limit ?")
                .param(after)
                .param(BATCH)
                .query((row, number) -> new Cell(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
    }
}
