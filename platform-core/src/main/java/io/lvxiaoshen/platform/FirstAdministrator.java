package io.lvxiaoshen.platform;

import java.nio.file.Path;
import java.util.Optional;

/** The account that is created when the application starts with no account at all. */
public interface FirstAdministrator {

    /** Returns what the administrator signs in with. */
    String username();

    /** Returns the generated password if this very start created the account; it is shown once and never logged. */
    Optional<String> newPassword();

    /** Returns the file that holds the generated password until it is changed; only its owner can read it. */
    Path passwordFile();
}
