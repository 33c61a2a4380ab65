/** How a challenger was measured. */
package io.drivetrain.pipeline.api.evaluation;
