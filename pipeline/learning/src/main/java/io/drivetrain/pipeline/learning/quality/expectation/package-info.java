/** What a definition may expect of its data: the declared forms, each with its severity. */
package io.drivetrain.pipeline.learning.quality.expectation;
