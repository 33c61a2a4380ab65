/**
 * The list of pipelines with their schedules, latest runs and invalid files. Composes what other
 * packages know.
 */
package io.drivetrain.pipeline.engine.overview;
