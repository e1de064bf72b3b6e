package io.lvxiaoshen.platform.permission;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint that takes a permission. Checked before the method runs: 401 for somebody who is not signed in, 403 without
 * the permission, and where {@link #of} names a type of object, 404 for one that is not there or, if the type is
 * {@linkplain ObjectType#secret secret}, not the caller's to see.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** Returns the permission's name. */
    String value();

    /** Returns the type of the object that the path names; empty if it names none. */
    String of() default "";

    /** Returns the path variable that holds the object's id. */
    String id() default "id";

    /** Returns whether the permission on any single object suffices, because the method lists what is covered. */
    boolean lists() default false;
}
