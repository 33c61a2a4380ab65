/**
 * Reads the folder of definitions: limits, errors with positions, JSON Schema, reload. Keeps every
 * version that a run started with.
 */
package io.drivetrain.pipeline.engine.catalog;
