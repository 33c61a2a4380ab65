/** What steps leave in the registry's experiment tracking. */
package io.drivetrain.pipeline.api.tracking;
