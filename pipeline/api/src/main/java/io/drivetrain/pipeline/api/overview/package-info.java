/** All pipelines at a glance. */
package io.drivetrain.pipeline.api.overview;
