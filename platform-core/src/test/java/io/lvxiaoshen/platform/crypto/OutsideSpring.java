package io.lvxiaoshen.platform.crypto;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts that matter, wired by hand: for processes that start fast because they are killed at once. */
public final class OutsideSpring {
    private final DataSource database;
    private final TransactionTemplate transactions;
    private final CryptoService crypto;

    public OutsideSpring(DataSource database, Path rootKey) {
        this.database = database;
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.crypto = new CryptoService(
                LocalKeys.open(JdbcClient.create(database), transactions, new RootKeyFile(rootKey), Clock.systemUTC()));
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    public CryptoService crypto() {
        return crypto;
    }

    public DataSource database() {
        return database;
    }
}
