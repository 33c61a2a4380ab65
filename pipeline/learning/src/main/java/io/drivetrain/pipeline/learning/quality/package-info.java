/** The step that checks the data: rules of its section in a definition, the verdict's report. */
package io.drivetrain.pipeline.learning.quality;
