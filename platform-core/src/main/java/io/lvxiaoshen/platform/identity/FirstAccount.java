package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.FirstAdministrator;
import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.PlatformProperties;
import io.lvxiaoshen.platform.permission.BuiltInRoles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates the account {@code admin} when there is no account at all. A generated password is first written to a file
 * that only its owner can read, so that a crash at any moment never leaves an account whose password nobody has seen.
 */
@Component
class FirstAccount implements FirstAdministrator, InitializingBean {
    static final String USERNAME = "admin";

    private static final String ROLE = "ADMINISTRATOR";

    private final Accounts accounts;
    private final PasswordHasher passwords;
    private final PasswordGenerator generator;
    private final IdSource ids;
    private final Clock clock;
    private final PlatformProperties properties;
    private final BuiltInRoles roles;
    private final TransactionTemplate transactions;
    private final Path passwordFile;
    private @Nullable String newPassword;

    FirstAccount(
            Accounts accounts,
            PasswordHasher passwords,
            PasswordGenerator generator,
            IdSource ids,
            Clock clock,
            PlatformProperties properties,
            BuiltInRoles roles,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.generator = generator;
        this.ids = ids;
        this.clock = clock;
        this.properties = properties;
        this.roles = roles;
        this.transactions = transactions;
        this.passwordFile = properties.inData("initial-administrator-password");
    }

    @Override
    public void afterPropertiesSet() {
        if (accounts.isEmpty()) {
            String given = properties.administratorPassword();
            String password = given == null ? generated() : given;
            Instant now = clock.instant();
            Account first =
                    Account.fresh(ids.next(), USERNAME, "系统管理员", passwords.hash(password), Set.of(ROLE), false, now);
            transactions.executeWithoutResult(status -> {
                if (accounts.add(first, now)) {
                    roles.give(first.id(), ROLE);
                }
            });
        }
    }

    @Override
    public String username() {
        return USERNAME;
    }

    @Override
    public Optional<String> newPassword() {
        return Optional.ofNullable(newPassword);
    }

    @Override
    public Path passwordFile() {
        return passwordFile;
    }

    /** Forgets the generated password: the administrator has chosen another. */
    void forgetInitialPassword() {
        try {
            Files.deleteIfExists(passwordFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String generated() {
        String password = generator.next();
        try {
            Files.deleteIfExists(passwordFile);
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, password + "\n");
            newPassword = password;
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
