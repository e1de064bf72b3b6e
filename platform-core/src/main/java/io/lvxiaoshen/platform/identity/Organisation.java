package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.audit.AuditEvent;
import io.lvxiaoshen.platform.audit.AuditLog;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the organisation's tree: it stays a tree, of kinds that fit each other, and every change is audited. */
@Service
class Organisation {
    private static final String OBJECT = "unit";

    private final OrganisationUnits units;
    private final AuditLog audit;
    private final IdSource ids;
    private final Clock clock;

    Organisation(OrganisationUnits units, AuditLog audit, IdSource ids, Clock clock) {
        this.units = units;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    OrganisationUnit find(UUID id) {
        return units.find(id).orElseThrow(() -> ProblemException.notFound("该机构"));
    }

    @Transactional
    OrganisationUnit create(Draft draft) {
        units.lock();
        UUID id = ids.next();
        OrganisationUnit unit = place(id, draft);
        if (!units.add(unit, clock.instant())) {
            throw codeTaken(draft.code());
        }
        audit.record(AuditEvent.done("unit.create", OBJECT, id.toString()).changing(null, unit.digest()));
        return unit;
    }

    @Transactional
    OrganisationUnit change(UUID id, Draft draft) {
        units.lock();
        OrganisationUnit before = find(id);
        OrganisationUnit after = place(id, draft);
        if (units.codeIsTaken(draft.code(), id)) {
            throw codeTaken(draft.code());
        }
        for (UnitKind below : units.kindsBelow(id)) {
            requireFit(below, after.kind());
        }
        units.change(before, after);
        audit.record(AuditEvent.done("unit.change", OBJECT, id.toString()).changing(before.digest(), after.digest()));
        return after;
    }

    @Transactional
    void remove(UUID id) {
        units.lock();
        OrganisationUnit before = find(id);
        if (!units.isEmpty(id)) {
            throw notEmpty();
        }
        try {
            units.remove(id);
        } catch (DataIntegrityViolationException e) {
            // Someone came into it since the question above.
            throw notEmpty();
        }
        audit.record(AuditEvent.done("unit.remove", OBJECT, id.toString()).changing(before.digest(), null));
    }

    private OrganisationUnit place(UUID id, Draft draft) {
        OrganisationUnit parent = draft.parent() == null
                ? null
                : units.find(draft.parent())
                        .orElseThrow(() -> ProblemException.invalid("unit-parent-missing", "上级机构不存在。", "请刷新机构树后重新选择。"));
        requireFit(draft.kind(), parent == null ? null : parent.kind());
        if (parent != null && parent.path().contains("/" + id + "/")) {
            throw ProblemException.conflict("unit-circle", "机构不能移到自己或自己的下级之下。", "请选择其他上级机构。");
        }
        return new OrganisationUnit(
                id,
                draft.parent(),
                draft.kind(),
                draft.name().strip(),
                draft.code().strip(),
                draft.ordinal(),
                (parent == null ? "/" : parent.path()) + id + "/");
    }

    private static void requireFit(UnitKind kind, @Nullable UnitKind parent) {
        if (!kind.mayStandUnder(parent)) {
            throw ProblemException.invalid("unit-kind-misplaced", "这一类机构不能放在所选的上级之下。", "局为最上级；处室属于局、区或处室，区属于局，街镇属于区。");
        }
    }

    private static ProblemException codeTaken(String code) {
        return ProblemException.conflict("unit-code-taken", "机构编码“" + code + "”已被使用。", "请换一个编码。");
    }

    private static ProblemException notEmpty() {
        return ProblemException.conflict("unit-not-empty", "该机构还有下级机构或人员，不能删除。", "请先移走下级机构和人员。");
    }

    /** What a unit should be. */
    record Draft(@Nullable UUID parent, UnitKind kind, String name, String code, int ordinal) {}
}
