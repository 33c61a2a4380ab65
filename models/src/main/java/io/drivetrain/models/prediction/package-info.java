/**
 * What the scores of an estimator mean: a value with its interval, or classes with probabilities.
 */
package io.drivetrain.models.prediction;
