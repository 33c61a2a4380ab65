package io.drivetrain.models.encoding;

/**
 * What fitting gives.
 *
 * @param encoder for every row from now on
 * @param rows inputs of the training rows, whose target means come from the other folds. Train on
 *     these: {@code encoder.encode} of a training row would tell the model a mean that holds the
 *     row's own target.
 */
public record FittedEncoding(Encoder encoder, EncodedRows rows) {

  /** The inputs of the training rows, {@code [row][column]}. */
  public double[][] outOfFold() {
    return rows.dense();
  }
}
