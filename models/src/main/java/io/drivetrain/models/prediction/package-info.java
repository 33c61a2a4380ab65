/**
 * Prediction with tree ensembles of any library, flattened into arrays, and intervals around it.
 * Plain arrays of numbers in, numbers out; no library of learning is needed.
 */
package io.drivetrain.models.prediction;
