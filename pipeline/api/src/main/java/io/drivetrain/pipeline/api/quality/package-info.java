/** What the check of the data says. */
package io.drivetrain.pipeline.api.quality;
