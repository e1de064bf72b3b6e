package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.Slice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Grants on single objects. */
@RestController
@RequestMapping("/api/objects/{type}/{id}/grants")
class ObjectGrantController {
    private final ObjectGrants grants;

    ObjectGrantController(ObjectGrants grants) {
        this.grants = grants;
    }

    @Requires("account.manage")
    @GetMapping
    Slice<ObjectGrant> list(
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return grants.list(type, id, ListLimit.checked(limit), cursor);
    }

    @Requires("account.manage")
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestBody Wanted wanted) {
        grants.add(caller, type, id, wanted.grant());
    }

    @Requires("account.manage")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam SubjectType subjectType,
            @RequestParam UUID subjectId,
            @RequestParam String permission) {
        grants.remove(caller, type, id, new ObjectGrant(subjectType, subjectId, permission));
    }

    record Wanted(
            @Nullable SubjectType subjectType,
            @Nullable UUID subjectId,
            @Nullable String permission) {

        ObjectGrant grant() {
            if (subjectType == null || subjectId == null || permission == null) {
                throw ProblemException.invalid("grant-incomplete", "授权的对象或权限没有填写完整。", "请选择被授权者和权限后重试。");
            }
            return new ObjectGrant(subjectType, subjectId, permission);
        }
    }
}
