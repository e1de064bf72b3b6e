/**
 * Who may do what: permissions declared as data, roles, grants on single objects, the one decision point {@link
 * io.lvxiaoshen.platform.permission.Permissions}, and the declaration that every HTTP endpoint carries ({@link
 * io.lvxiaoshen.platform.permission.Requires}, {@link io.lvxiaoshen.platform.permission.SignedIn}, {@link
 * io.lvxiaoshen.platform.permission.Open}). Roles and grants are sealed: what was not changed by this application is
 * not believed.
 */
@NamedInterface("permission")
@NullMarked
package io.lvxiaoshen.platform.permission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
