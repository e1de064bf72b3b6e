package io.lvxiaoshen.platform.permission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The permissions that the modules declare and the built-in roles, read from {@code permissions/<module>.json}. */
@Component
class PermissionCatalogue {
    private final Map<String, PermissionDeclaration> permissions;
    private final List<BuiltInRole> roles;

    /** What one file may hold. */
    private record Declarations(
            @Nullable List<BuiltInRole> roles, @Nullable List<PermissionDeclaration> permissions) {}

    PermissionCatalogue(JsonMapper json) {
        List<PermissionDeclaration> declared = new ArrayList<>();
        List<BuiltInRole> builtIn = new ArrayList<>();
        for (Resource file : files()) {
            Declarations declarations = read(json, file);
            declared.addAll(declarations.permissions() == null ? List.of() : declarations.permissions());
            builtIn.addAll(declarations.roles() == null ? List.of() : declarations.roles());
        }
        permissions = declared.stream()
                .collect(Collectors.toUnmodifiableMap(
                        declaration -> declaration.permission().name(), Function.identity()));
        roles = List.copyOf(builtIn);
        List<String> names = roles.stream().map(BuiltInRole::name).toList();
        for (PermissionDeclaration declaration : declared) {
            if (!names.containsAll(declaration.roles().keySet())) {
                throw new IllegalStateException(declaration.name() + " is given to a role that does not exist");
            }
        }
    }

    /** Returns every permission, by name. */
    List<PermissionDeclaration> all() {
        return permissions.values().stream()
                .sorted(Comparator.comparing(PermissionDeclaration::name))
                .toList();
    }

    Optional<PermissionDeclaration> find(String name) {
        return Optional.ofNullable(permissions.get(name));
    }

    /**
     * Returns the widest scope of a permission.
     *
     * @throws IllegalArgumentException if no module declares it
     */
    DataScope widest(Permission permission) {
        return find(permission.name())
                .orElseThrow(() -> new IllegalArgumentException("no module declares " + permission))
                .widest();
    }

    List<BuiltInRole> builtInRoles() {
        return roles;
    }

    /** Returns what a built-in role may do. */
    Map<String, DataScope> permissionsOf(BuiltInRole role) {
        return permissions.values().stream()
                .filter(declaration -> role.everything() || declaration.roles().containsKey(role.name()))
                .collect(Collectors.toUnmodifiableMap(
                        PermissionDeclaration::name,
                        declaration -> role.everything()
                                ? declaration.widest()
                                : declaration.roles().getOrDefault(role.name(), DataScope.OWN)));
    }

    private static List<Resource> files() {
        try {
            return Arrays.asList(
                    new PathMatchingResourcePatternResolver().getResources("classpath*:permissions/*.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Declarations read(JsonMapper json, Resource file) {
        try (InputStream content = file.getInputStream()) {
            return json.readValue(content, Declarations.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
