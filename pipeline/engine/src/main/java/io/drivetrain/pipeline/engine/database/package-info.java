/**
 * The connection on which replicas notify each other. Statements go through {@code
 * io.drivetrain.database}.
 */
package io.drivetrain.pipeline.engine.database;
