/** The columns of new data compared with those of the model in production. */
package io.drivetrain.pipeline.learning.drift;
