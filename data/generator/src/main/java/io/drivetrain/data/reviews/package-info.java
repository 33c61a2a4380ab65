/**
 * The generator of {@code data/reviews.csv}: puts sentences of our own together, in English and
 * French, and writes them down as customers do.
 */
package io.drivetrain.data.reviews;
