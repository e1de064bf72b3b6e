package io.lvxiaoshen;

import io.lvxiaoshen.platform.audit.OfflineAuditCheck;
import java.util.List;
import java.util.OptionalInt;

/** What the jar can do without starting the application. */
final class OfflineCommands {
    private OfflineCommands() {}

    /** Runs the command that the arguments name and returns the process's status; empty if they name none. */
    static OptionalInt run(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.get(0).equals("verify-audit")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(OfflineAuditCheck.run(arguments.subList(1, arguments.size()), System.out));
    }
}
