/** Runs: what they are, what they would be, why they wait. */
package io.drivetrain.pipeline.api.run;
