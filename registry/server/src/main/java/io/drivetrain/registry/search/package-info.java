/**
 * The filter and order language of searches: lexer, parser, pages by key. A wrong filter is
 * answered with the place of the error.
 */
package io.drivetrain.registry.search;
