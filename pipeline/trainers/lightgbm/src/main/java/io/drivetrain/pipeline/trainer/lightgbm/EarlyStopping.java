package io.drivetrain.pipeline.trainer.lightgbm;

import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Finds the number of trees on a tenth of the training rows that the trees have not seen. */
final class EarlyStopping {

  /** With fewer rows the tenth says nothing: all trees are made. */
  static final int LEAST_ROWS = 100;

  private static final int PARTS = 10;

  private EarlyStopping() {}

  static int trees(
      TrainingSet problem,
      TrainingSet.Batch all,
      LightGbmParameters parameters,
      long seed,
      TrainingMonitor monitor) {
    int[] order = shuffled(all.rows(), seed);
    int held = all.rows() / PARTS;
    TrainingSet.Batch others = rows(all, Arrays.copyOf(order, held));
    TrainingSet.Batch learned = rows(all, Arrays.copyOfRange(order, held, order.length));
    return new LightGbmFit(problem, parameters, seed).bestRounds(learned, others, monitor);
  }

  private static int[] shuffled(int rows, long seed) {
    int[] order = IntStream.range(0, rows).toArray();
    Random random = new Random(seed);
    for (int i = rows - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  private static TrainingSet.Batch rows(TrainingSet.Batch all, int[] places) {
    return new TrainingSet.Batch(
        Arrays.stream(places).mapToObj(row -> all.inputs()[row]).toArray(double[][]::new),
        Arrays.stream(places).mapToDouble(row -> all.targets()[row]).toArray());
  }
}
