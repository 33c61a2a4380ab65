/**
 * Estimators of any library, flattened into arrays: numbers in, scores out, bit for bit as the
 * library predicts. No library of learning is needed.
 */
package io.drivetrain.models.estimator;
