/** What the check of the data produces: the prepared rows, and a finding for each expectation. */
package io.drivetrain.pipeline.api.quality;
