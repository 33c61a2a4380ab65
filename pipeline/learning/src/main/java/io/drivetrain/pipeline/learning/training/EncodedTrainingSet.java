package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.encoding.EncodedRows;
import io.drivetrain.models.encoding.SparseRow;
import io.drivetrain.pipeline.trainer.InputTraits;
import io.drivetrain.pipeline.trainer.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Encoded rows as a trainer reads them: a batch is made when it is read.
 *
 * @param targets on the scale of learning, or places of classes
 * @param classes 0 for numbers
 * @param traits one for each input
 */
record EncodedTrainingSet(
    EncodedRows encoded, double[] targets, int classes, List<InputTraits> traits)
    implements TrainingSet {

  /** Inputs of a batch: 8 MB. */
  private static final int BATCH = 1 << 20;

  @Override
  public int rows() {
    return targets.length;
  }

  @Override
  public int columns() {
    return encoded.columns();
  }

  @Override
  public InputTraits input(int column) {
    return traits.get(column);
  }

  @Override
  public Batch all() {
    return new Batch(encoded.dense(), targets);
  }

  @Override
  public void forEachSparse(SparseRows consumer) {
    for (int row = 0; row < rows(); row++) {
      SparseRow inputs = encoded.rows().get(row);
      consumer.accept(inputs.places(), inputs.values(), targets[row]);
    }
  }

  @Override
  public void forEachBatch(Consumer<Batch> consumer) {
    int size = Math.clamp(BATCH / columns(), 1, rows());
    for (int from = 0; from < rows(); from += size) {
      int count = Math.min(size, rows() - from);
      double[][] inputs = new double[count][columns()];
      for (int row = 0; row < count; row++) {
        encoded.rows().get(from + row).copy(inputs[row]);
      }
      consumer.accept(new Batch(inputs, Arrays.copyOfRange(targets, from, from + count)));
    }
  }
}
