package io.lvxiaoshen.platform.permission;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Verifies every role, assignment and grant at once, used or not. */
@Component
class AccessControlCheck {
    private final SealedSets sets;
    private final SetRows rows;

    AccessControlCheck(SealedSets sets, SetRows rows) {
        this.sets = sets;
        this.rows = rows;
    }

    /** Returns what is not as this application left it; empty if everything is. */
    List<TamperedException> findings() {
        List<TamperedException> findings = new ArrayList<>();
        for (int part = 0; part < SetKey.PARTS; part++) {
            int number = part;
            find(findings, () -> sets.checkPart(number));
        }
        for (SetKey key : rows.everySet()) {
            find(findings, () -> sets.rowsNow(key));
        }
        return findings;
    }

    private static void find(List<TamperedException> findings, Runnable check) {
        try {
            check.run();
        } catch (TamperedException e) {
            findings.add(e);
        }
    }
}
