package io.drivetrain.pipeline.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.models.estimator.TreeEnsemble;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import smile.data.DataFrame;
import smile.data.Tuple;

/** A flattened model predicts bit for bit what Smile predicts. */
class SmileTreesTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void flattenedBoostingPredictsWhatSmilePredicts(long seed) {
    Random random = new Random(seed);
    Data data = Data.random(random);
    TreeParameters parameters = parameters(random);

    var smile =
        new GradientBoostingTrainer(parameters)
            .fit(data.inputs, data.targets, new TrainingMonitor());
    TreeEnsemble flat = SmileTrees.flatten(smile, data.columns());

    assertSameBits(smile::predict, flat, data.others(random));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void flattenedForestPredictsWhatSmilePredicts(long seed) {
    Random random = new Random(seed);
    Data data = Data.random(random);
    TreeParameters parameters = parameters(random);

    var smile =
        new RandomForestTrainer(parameters)
            .fit(data.inputs, data.targets, seed, new TrainingMonitor());
    TreeEnsemble flat = SmileTrees.flatten(smile, data.columns());

    assertSameBits(smile::predict, flat, data.others(random));
  }

  @ParameterizedTest
  @EnumSource
  void sameSeedGivesTheSameTrees(Algorithm algorithm) {
    Data data = Data.random(new Random(3));
    Trainer trainer = algorithm.trainer(new TreeParameters(12, 6, 12, 3, 0.1, 0.6, 0));

    TreeEnsemble first = trainer.train(data.inputs, data.targets, 5, new TrainingMonitor());
    TreeEnsemble second = trainer.train(data.inputs, data.targets, 5, new TrainingMonitor());
    TreeEnsemble otherSeed = trainer.train(data.inputs, data.targets, 6, new TrainingMonitor());

    assertThat(second).isEqualTo(first).isNotEqualTo(otherSeed);
  }

  /** A stream of one thread has at most four parts, and each grows one tree before it is told. */
  @ParameterizedTest
  @EnumSource
  void aStoppedFitEndsWithItsNextTrees(Algorithm algorithm) {
    Data data = Data.random(new Random(3));
    Trainer trainer = algorithm.trainer(new TreeParameters(5000, 6, 12, 3, 0.1, 0.6, 0));
    TrainingMonitor watch = new TrainingMonitor();
    watch.stop();

    assertThatThrownBy(() -> trainer.train(data.inputs, data.targets, 5, watch))
        .isInstanceOf(CancellationException.class);

    assertThat(watch.treesDone()).isBetween(1, 4);
  }

  private static void assertSameBits(
      ToDoubleFunction<Tuple> smile, TreeEnsemble flat, double[][] rows) {
    DataFrame frame = SmileData.frame(rows, new double[rows.length]);
    double[] batch = new double[rows.length];
    flat.score(rows, batch);
    for (int i = 0; i < rows.length; i++) {
      long expected = Double.doubleToLongBits(smile.applyAsDouble(frame.get(i)));
      assertThat(Double.doubleToLongBits(flat.score(rows[i]))).isEqualTo(expected);
      assertThat(Double.doubleToLongBits(batch[i])).isEqualTo(expected);
    }
  }

  private static TreeParameters parameters(Random random) {
    return new TreeParameters(
        1 + random.nextInt(30),
        2 + random.nextInt(12),
        2 + random.nextInt(60),
        1 + random.nextInt(6),
        0.01 + random.nextDouble() * 0.9,
        0.3 + random.nextDouble() * 0.7,
        random.nextInt(4));
  }

  private record Data(double[][] inputs, double[] targets) {

    /** Numbers of several kinds: fine, coarse with many ties, constant, and on wide scales. */
    static Data random(Random random) {
      int rows = 50 + random.nextInt(400);
      int columns = 1 + random.nextInt(8);
      double[][] inputs = new double[rows][columns];
      double[] targets = new double[rows];
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          inputs[i][j] = value(random, j);
        }
        targets[i] = inputs[i][0] * 3 + random.nextGaussian();
      }
      return new Data(inputs, targets);
    }

    int columns() {
      return inputs[0].length;
    }

    /** Rows that training did not see, and those that it did. */
    double[][] others(Random random) {
      double[][] rows = Arrays.copyOf(inputs, inputs.length + 100);
      for (int i = inputs.length; i < rows.length; i++) {
        rows[i] = new double[columns()];
        for (int j = 0; j < columns(); j++) {
          rows[i][j] = value(random, j);
        }
      }
      return rows;
    }

    private static double value(Random random, int column) {
      return switch (column % 4) {
        case 0 -> random.nextGaussian();
        case 1 -> random.nextInt(5);
        case 2 -> 7;
        default -> random.nextDouble() * 1e9;
      };
    }
  }
}
