package io.lvxiaoshen.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.lvxiaoshen.platform.PlatformProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one data source: whoever gets it finds every schema up to date. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DatabaseServer databaseServer(PlatformProperties properties) {
        return DatabaseServer.start(properties);
    }

    @Bean
    HikariDataSource dataSource(DatabaseServer server, PlatformProperties properties) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(server.url());
        config.setUsername(server.username());
        config.setPassword(server.password());
        config.setMaximumPoolSize(properties.database().connections());
        config.setConnectionTimeout(10_000);
        // Many rows inserted at once become one statement.
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        HikariDataSource dataSource = new HikariDataSource(config);
        try {
            SchemaMigrations.run(dataSource);
            return dataSource;
        } catch (RuntimeException e) {
            dataSource.close();
            throw e;
        }
    }
}
