/** The sections of a definition that say what the data is and how it is prepared. */
package io.drivetrain.pipeline.learning.data.definition;
