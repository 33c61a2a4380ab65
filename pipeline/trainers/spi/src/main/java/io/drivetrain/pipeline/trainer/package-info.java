/**
 * What a learning library implements to be used by a pipeline. Plain Java on {@code models}: a
 * trainer knows neither the engine nor where the rows come from.
 */
package io.drivetrain.pipeline.trainer;
