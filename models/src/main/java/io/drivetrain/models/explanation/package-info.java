/** What drove a prediction: exact Shapley values, in the unit of the target. */
package io.drivetrain.models.explanation;
