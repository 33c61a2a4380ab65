package io.drivetrain.pipeline.trainer;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

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

  /** Number of classes, whose places 0, 1, ... are the targets; 0 when the targets are numbers. */
  default int classes() {
    return 0;
  }

  /** What is known of an input. */
  default InputTraits input(int column) {
    return InputTraits.PLAIN;
  }

  /** Passes over all rows once. A batch must not be kept longer than the call. */
  void forEachBatch(Consumer<Batch> consumer);

  /** Takes the inputs of a row that are not 0. */
  @FunctionalInterface
  interface SparseRows {

    /**
     * @param places of the inputs, ascending
     * @param values of these inputs
     */
    void accept(int[] places, double[] values, double target);
  }

  /**
   * Passes over all rows once, telling of each the inputs that are not 0. The arrays must not be
   * changed.
   */
  default void forEachSparse(SparseRows consumer) {
    forEachBatch(batch -> {
      for (int row = 0; row < batch.rows(); row++) {
        double[] inputs = batch.inputs()[row];
        int[] places = IntStream.range(0, inputs.length).filter(i -> inputs[i] != 0).toArray();
        double[] values = IntStream.of(places).mapToDouble(i -> inputs[i]).toArray();
        consumer.accept(places, values, batch.targets()[row]);
      }
    });
  }

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
    return new InMemory(new Batch(inputs, targets), 0, List.of());
  }

  /**
   * Rows that are in memory, with what is known of them.
   *
   * @param classes 0 when the targets are numbers
   * @param traits one for each input; empty when nothing is known
   */
  static TrainingSet of(
      double[][] inputs, double[] targets, int classes, List<InputTraits> traits) {
    return new InMemory(new Batch(inputs, targets), classes, traits);
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
  record InMemory(Batch all, int classes, List<InputTraits> traits) implements TrainingSet {

    public InMemory {
      traits = List.copyOf(traits);
      if (classes < 0 || classes == 1) {
        throw new IllegalArgumentException("classes must be two or more, or 0 for numbers");
      }
      if (!traits.isEmpty() && traits.size() != all.columns()) {
        throw new IllegalArgumentException(
            "%d traits for %d inputs".formatted(traits.size(), all.columns()));
      }
    }

    @Override
    public InputTraits input(int column) {
      return traits.isEmpty() ? InputTraits.PLAIN : traits.get(column);
    }

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
