package io.lvxiaoshen.agent.answer;

import io.lvxiaoshen.platform.permission.Coverage;
import io.lvxiaoshen.platform.permission.Permission;
import io.lvxiaoshen.platform.permission.Permissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which knowledge bases a question may be answered from: those that the person who asks may read at that moment. */
@Component
class ReadableBases {
    private static final String TYPE = "knowledge-base";
    private static final Permission READ = new Permission("knowledge-base.read");

    private final Permissions permissions;

    ReadableBases(Permissions permissions) {
        this.permissions = permissions;
    }

    /**
     * Returns what to search.
     *
     * @param chosen knowledge bases that the conversation is about; empty: all
     * @return as a search takes it, where empty means all there are; no value if the account may read none of them
     */
    Optional<Set<UUID>> among(UUID accountId, Set<UUID> chosen) {
        Coverage coverage = permissions.coverage(accountId, READ, TYPE);
        if (coverage.all()) {
            return Optional.of(chosen);
        }
        return Optional.of(permissions.allowed(accountId, READ, TYPE, chosen)).filter(bases -> !bases.isEmpty());
    }
}
