package io.drivetrain.models.encoding;

import java.util.List;

/**
 * Inputs of many rows, of which those are kept that are not 0.
 *
 * @param columns inputs of a row
 */
public record EncodedRows(int columns, List<SparseRow> rows) {

  /** Inputs of all rows together that an array may have: 2 GB. */
  private static final long MOST_DENSE = 250_000_000;

  public EncodedRows {
    rows = List.copyOf(rows);
  }

  /**
   * All of them, {@code [row][column]}.
   *
   * @throws IllegalArgumentException when they would not fit into memory
   */
  public double[][] dense() {
    long cells = (long) columns * rows.size();
    if (cells > MOST_DENSE) {
      throw new IllegalArgumentException(
          "%d rows with %d inputs need %.1f GB at once: lower maxTerms of the text, or take an algorithm that reads rows in batches, such as linear_svm"
              .formatted(rows.size(), columns, cells * 8e-9));
    }
    double[][] dense = new double[rows.size()][columns];
    for (int row = 0; row < dense.length; row++) {
      rows.get(row).copy(dense[row]);
    }
    return dense;
  }
}
