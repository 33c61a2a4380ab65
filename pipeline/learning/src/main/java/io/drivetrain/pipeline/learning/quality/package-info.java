/** What a definition expects of its data, asked in SQL of the prepared rows, with the lines. */
package io.drivetrain.pipeline.learning.quality;
