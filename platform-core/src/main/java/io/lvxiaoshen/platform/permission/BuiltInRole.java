package io.lvxiaoshen.platform.permission;

/**
 * A role that comes with the product.
 *
 * @param name as the permissions' declarations name it
 * @param label what people call it, in Chinese
 * @param everything whether it has every permission in its widest scope
 */
record BuiltInRole(String name, String label, boolean everything) {}
