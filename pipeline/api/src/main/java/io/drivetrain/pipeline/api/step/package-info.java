/** Steps and what their kinds declare. */
package io.drivetrain.pipeline.api.step;
