package io.lvxiaoshen.platform.permission;

import java.util.regex.Pattern;

/**
 * Something that one may be allowed to do. What permissions there are is declared by the modules in
 * {@code permissions/<module>.json}.
 *
 * @param name such as {@code knowledge-base.read}: the kind of thing, a dot, what is done; lower case
 */
public record Permission(String name) {
    private static final Pattern FORM = Pattern.compile("[a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*");

    public Permission {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a permission: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
