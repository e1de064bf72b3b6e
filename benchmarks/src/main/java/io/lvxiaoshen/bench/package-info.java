/**
 * The command-line runner behind every published figure: drives the product's own services on files that it is given.
 * Formats are fixed; subcommands are added, never changed.
 */
@NullMarked
package io.lvxiaoshen.bench;

import org.jspecify.annotations.NullMarked;
