package io.drivetrain.pipeline.trainer;

import java.util.function.Consumer;

/**
 * Rows to learn from: finite inputs, and one target for each row on the scale of learning. They
 * need not fit into memory: a trainer passes over them as often as it needs, in the same order each
 * time.
 */
public interface TrainingSet {

  /** Number of rows, 1 or more. */
  int rows();

  /** Number of inputs of a row. */
  int columns();

  /** Passes over all rows once. A batch must not be kept longer than the call. */
  void forEachBatch(Consumer<Batch> consumer);

  /** All rows at once, for libraries that need them in memory. */
  default Batch all() {
    double[][] inputs = new double[rows()][];
    double[] targets = new double[rows()];
    int[] next = {0};
    forEachBatch(batch -> {
      System.arraycopy(batch.inputs(), 0, inputs, next[0], batch.rows());
      System.arraycopy(batch.targets(), 0, targets, next[0], batch.rows());
      next[0] += batch.rows();
    });
    return new Batch(inputs, targets);
  }

  /** Rows that are in memory. The arrays are not copied and must not change. */
  static TrainingSet of(double[][] inputs, double[] targets) {
    return new InMemory(new Batch(inputs, targets));
  }

  /**
   * Neighbouring rows.
   *
   * @param inputs {@code [row][column]}; one row at least
   * @param targets one for each row
   */
  record Batch(double[][] inputs, double[] targets) {

    public Batch {
      if (inputs.length == 0 || inputs.length != targets.length) {
        throw new IllegalArgumentException(
            "%d rows of inputs and %d targets: one row at least, and one target for each"
                .formatted(inputs.length, targets.length));
      }
    }

    public int rows() {
      return targets.length;
    }

    public int columns() {
      return inputs[0].length;
    }
  }

  /** One batch. */
  record InMemory(Batch all) implements TrainingSet {

    @Override
    public int rows() {
      return all.rows();
    }

    @Override
    public int columns() {
      return all.columns();
    }

    @Override
    public void forEachBatch(Consumer<Batch> consumer) {
      consumer.accept(all);
    }
  }
}
