/**
 * Differences between runs and between their files: texts, JSON, tables. Bounded in size; what is
 * left out is said.
 */
package io.drivetrain.registry.comparison;
