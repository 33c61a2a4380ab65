/** Measures the packaged pipeline, and breaks it in the middle of runs. */
package io.drivetrain.bench.pipeline;
