/** What a check has found: counts, shares and the first lines that speak against an expectation. */
package io.drivetrain.pipeline.learning.quality.finding;
