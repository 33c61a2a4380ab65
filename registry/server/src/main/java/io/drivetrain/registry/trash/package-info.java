/**
 * What was deleted and can be restored, and the cleanup that purges it. Retention is a setting;
 * purging removes files, then rows.
 */
package io.drivetrain.registry.trash;
