package io.drivetrain.pipeline.trainer.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.pipeline.trainer.Fitted;
import io.drivetrain.pipeline.trainer.Trainer;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    var smile = GradientBoostingTrainer.fit(data.batch(), parameters, new TrainingMonitor());
    TreeEnsemble flat = SmileTrees.flatten(smile, data.columns());

    assertSameBits(smile::predict, flat, data.others(random));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void flattenedForestPredictsWhatSmilePredicts(long seed) {
    Random random = new Random(seed);
    Data data = Data.random(random);
    TreeParameters parameters = parameters(random);

    var smile = RandomForestTrainer.fit(data.batch(), parameters, seed, new TrainingMonitor());
    TreeEnsemble flat = SmileTrees.flatten(smile, data.columns());

    assertSameBits(smile::predict, flat, data.others(random));
  }

  static List<TreeTrainer> trainers() {
    return List.of(new GradientBoostingTrainer(), new RandomForestTrainer());
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void sameSeedGivesTheSameTrees(TreeTrainer trainer) {
    Data data = Data.random(new Random(3));
    TreeParameters parameters = new TreeParameters(12, 6, 12, 3, 0.1, 0.6, 0);

    Fitted first = trainer.fit(data.rows(), parameters, 5, new TrainingMonitor());
    Fitted second = trainer.fit(data.rows(), parameters, 5, new TrainingMonitor());
    Fitted otherSeed = trainer.fit(data.rows(), parameters, 6, new TrainingMonitor());

    assertThat(second).isEqualTo(first).isNotEqualTo(otherSeed);
    assertThat(first.library().name()).isEqualTo("smile-core");
  }

  /** A stream of one thread has at most four parts, and each grows one tree before it is told. */
  @ParameterizedTest
  @MethodSource("trainers")
  void aStoppedFitEndsWithItsNextTrees(TreeTrainer trainer) {
    Data data = Data.random(new Random(3));
    TreeParameters parameters = new TreeParameters(5000, 6, 12, 3, 0.1, 0.6, 0);
    TrainingMonitor monitor = new TrainingMonitor();
    monitor.stop();

    assertThatThrownBy(() -> trainer.fit(data.rows(), parameters, 5, monitor))
        .isInstanceOf(CancellationException.class);

    assertThat(monitor.rounds()).isBetween(1, 4);
  }

  @Test
  void aFullMemoryInsideOfSmileStaysAFullMemory() {
    assertThatThrownBy(() ->
            Smile.fit(
                1,
                () -> {
                  throw new OutOfMemoryError("no room");
                }))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void areFound() {
    assertThat(ServiceLoader.load(Trainer.class))
        .hasAtLeastOneElementOfType(GradientBoostingTrainer.class)
        .hasAtLeastOneElementOfType(RandomForestTrainer.class);
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

    TrainingSet rows() {
      return TrainingSet.of(inputs, targets);
    }

    TrainingSet.Batch batch() {
      return new TrainingSet.Batch(inputs, targets);
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
