/** Explains what a run is doing or waiting for. Reads only; changes nothing. */
package io.drivetrain.pipeline.engine.diagnosis;
