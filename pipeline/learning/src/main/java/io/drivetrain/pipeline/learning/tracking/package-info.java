/**
 * The tracking run of a pipeline run in the registry: finds, opens and ends it, and keeps files,
 * tags and metrics with it.
 */
package io.drivetrain.pipeline.learning.tracking;
