/**
 * What a pipeline definition says: steps, schedule, notifications. Plain records without files or
 * SQL.
 */
package io.drivetrain.pipeline.engine.definition;
