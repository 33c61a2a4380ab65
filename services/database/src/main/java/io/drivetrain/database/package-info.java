/**
 * SQL as text, with its values bound and its rows read by hand. What makes the hot paths right and
 * fast stands in the statements (see docs/adr/0014).
 */
package io.drivetrain.database;
