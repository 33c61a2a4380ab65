/** What a training produces. */
package io.drivetrain.pipeline.api.training;
