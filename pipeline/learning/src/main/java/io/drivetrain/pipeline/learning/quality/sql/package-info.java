/** The prepared rows as a table, and the SQL of a definition on it with a time limit. */
package io.drivetrain.pipeline.learning.quality.sql;
