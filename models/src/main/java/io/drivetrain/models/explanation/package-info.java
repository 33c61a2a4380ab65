/** What drove a prediction: exact Shapley values of trees, in the unit of the target. */
package io.drivetrain.models.explanation;
