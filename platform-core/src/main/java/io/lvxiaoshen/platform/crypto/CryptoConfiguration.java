package io.lvxiaoshen.platform.crypto;

import io.lvxiaoshen.platform.PlatformProperties;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The one cryptographic service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CryptoProperties.class)
class CryptoConfiguration {

    @Bean
    LocalKeys localKeys(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            PlatformProperties platform,
            CryptoProperties properties,
            Clock clock) {
        Path file = properties.rootKeyFile() == null ? platform.inData("keys/root.key") : properties.rootKeyFile();
        return LocalKeys.open(jdbc, transactions, new RootKeyFile(file), clock);
    }

    @Bean
    CryptoService cryptoService(KeyCustody custody) {
        return new CryptoService(custody);
    }
}
