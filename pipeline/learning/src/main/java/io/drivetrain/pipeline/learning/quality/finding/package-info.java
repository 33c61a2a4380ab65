/** Counts and sentences of findings, the same for every check. */
package io.drivetrain.pipeline.learning.quality.finding;
