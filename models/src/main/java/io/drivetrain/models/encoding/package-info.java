/**
 * From typed rows to the numbers that trees read. A plan says which columns to make, fitting learns
 * what they need from training rows, and the fitted encoder serves training and prediction alike.
 */
package io.drivetrain.models.encoding;
