/** What steps produce: declared by their kind, kept as JSON, read back as the declared record. */
package io.drivetrain.pipeline.engine.output;
