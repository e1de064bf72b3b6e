package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what people want a role to be. */
@Component
class RoleForm {
    private static final int LONGEST = 50;

    private final PermissionCatalogue catalogue;

    RoleForm(PermissionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    String label(@Nullable String given) {
        String label = given == null
                ? ""
                : given.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "").strip();
        if (label.isEmpty() || label.length() > LONGEST) {
            throw ProblemException.invalid(
                    "role-name-invalid", "角色名称为空或超过 " + LONGEST + " 个字符。", "请输入 1 至 " + LONGEST + " 个字符的名称。");
        }
        return label;
    }

    Map<String, DataScope> permissions(@Nullable Map<String, DataScope> given) {
        if (given == null || given.isEmpty()) {
            throw ProblemException.invalid("role-without-permissions", "角色没有任何权限。", "请至少选择一项权限。");
        }
        given.forEach(this::check);
        return given;
    }

    private void check(String name, @Nullable DataScope scope) {
        PermissionDeclaration declaration = catalogue
                .find(name)
                .orElseThrow(
                        () -> ProblemException.invalid("permission-unknown", "没有名为「" + name + "」的权限。", "请从权限列表中选择。"));
        if (scope == null || !declaration.widest().includes(scope)) {
            throw ProblemException.invalid(
                    "permission-scope-invalid", "权限「" + declaration.label() + "」不能授予这样的数据范围。", "请选择较小的数据范围。");
        }
    }
}
