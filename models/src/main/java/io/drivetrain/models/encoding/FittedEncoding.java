package io.drivetrain.models.encoding;

/**
 * What fitting gives.
 *
 * @param encoder for every row from now on
 * @param outOfFold inputs of the training rows, {@code [row][column]}, whose target means come from
 *     the other folds. Train on this: {@code encoder.encode} of a training row would tell the model
 *     a mean that holds the row's own target.
 */
public record FittedEncoding(Encoder encoder, double[][] outOfFold) {}
