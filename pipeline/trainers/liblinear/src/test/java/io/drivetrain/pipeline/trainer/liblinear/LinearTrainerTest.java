package io.drivetrain.pipeline.trainer.liblinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import io.drivetrain.models.estimator.LinearModel;
import io.drivetrain.pipeline.trainer.InputTraits;
import io.drivetrain.pipeline.trainer.Trainer;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinearTrainerTest {

  static List<LinearTrainer> trainers() {
    return List.of(new LinearSvmTrainer(), new LogisticRegressionTrainer());
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void termsHaveTheScoresOfLiblinear(LinearTrainer trainer) {
    for (int classes = 2; classes < 5; classes++) {
      TrainingSet rows = terms(new Random(classes), 300, classes);

      assertScores(trainer, rows, 0);
    }
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void standardisedNumbersHaveThemButForRounding(LinearTrainer trainer) {
    for (int classes = 2; classes < 5; classes++) {
      TrainingSet rows = numbers(new Random(classes), 300, classes);

      assertScores(trainer, rows, 1e-9);
    }
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void findsTheClassThatANumberTells(LinearTrainer trainer) {
    TrainingSet rows = numbers(new Random(7), 400, 3);
    LinearModel model = fit(trainer, rows);

    int right = 0;
    double[] scores = new double[3];
    for (int row = 0; row < rows.rows(); row++) {
      model.scores(rows.all().inputs()[row], scores);
      int best = scores[0] >= Math.max(scores[1], scores[2]) ? 0 : scores[1] > scores[2] ? 1 : 2;
      right += best == rows.all().targets()[row] ? 1 : 0;
    }

    assertThat(right).isGreaterThan(300);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void sameSeedGivesTheSameWeights(LinearTrainer trainer) {
    TrainingSet rows = terms(new Random(3), 200, 3);

    assertThat(fit(trainer, rows)).isEqualTo(fit(trainer, rows));
  }

  @Test
  void aClassWithoutRowsIsUnlikely() {
    double[][] inputs = {{0}, {1}, {0}, {1}};
    TrainingSet rows = TrainingSet.of(inputs, new double[] {0, 2, 0, 2}, 3, List.of());

    LinearModel model = fit(new LinearSvmTrainer(), rows);

    double[] scores = new double[3];
    model.scores(new double[] {1}, scores);
    assertThat(scores[2]).isGreaterThan(scores[0]);
    assertThat(scores[1]).isEqualTo(-30);
  }

  @Test
  void oneClassAloneCannotBeLearned() {
    TrainingSet rows = TrainingSet.of(new double[4][1], new double[4], 2, List.of());

    assertThatThrownBy(() -> fit(new LogisticRegressionTrainer(), rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("all rows to learn from are of one class");
  }

  @Test
  void areFound() {
    assertThat(ServiceLoader.load(Trainer.class))
        .hasAtLeastOneElementOfType(LinearSvmTrainer.class)
        .hasAtLeastOneElementOfType(LogisticRegressionTrainer.class);
  }

  private static void assertScores(LinearTrainer trainer, TrainingSet rows, double tolerance) {
    Scaling scaling = Scaling.of(rows);
    Model library = trainer.learn(SparseRows.problem(rows, scaling), trainer.defaults(), 5);
    LinearModel flat = new Weights(library, rows.classes(), scaling).folded();
    double[] scores = new double[flat.outputs()];
    double[] expected = new double[library.getNrClass()];
    Feature[][] features = SparseRows.problem(rows, scaling).x;
    for (int row = 0; row < rows.rows(); row++) {
      flat.scores(rows.all().inputs()[row], scores);
      Linear.predictValues(library, features[row], expected);
      for (int label = 0; label < rows.classes(); label++) {
        if (rows.classes() > 2) {
          int place = place(library, label);
          assertThat(scores[label]).isCloseTo(expected[place], within(tolerance));
        } else {
          double second = library.getLabels()[0] == 1 ? expected[0] : -expected[0];
          assertThat(scores[0]).isCloseTo(second, within(tolerance));
        }
      }
    }
  }

  private static int place(Model library, int label) {
    for (int place = 0; place < library.getNrClass(); place++) {
      if (library.getLabels()[place] == label) {
        return place;
      }
    }
    throw new AssertionError("no class " + label);
  }

  private static LinearModel fit(LinearTrainer trainer, TrainingSet rows) {
    return (LinearModel)
        trainer.fit(rows, trainer.defaults(), 5, new TrainingMonitor()).estimator();
  }

  private static TrainingSet terms(Random random, int rows, int classes) {
    double[][] inputs = new double[rows][40];
    double[] targets = new double[rows];
    for (int row = 0; row < rows; row++) {
      targets[row] = row % classes;
      for (int term = 0; term < 5; term++) {
        inputs[row][random.nextInt(40)] = random.nextDouble();
      }
      inputs[row][row % classes] += random.nextDouble();
    }
    return TrainingSet.of(inputs, targets, classes, Collections.nCopies(40, InputTraits.TERM));
  }

  private static TrainingSet numbers(Random random, int rows, int classes) {
    double[][] inputs = new double[rows][3];
    double[] targets = new double[rows];
    for (int row = 0; row < rows; row++) {
      targets[row] = row % classes;
      double angle = 2 * Math.PI * targets[row] / classes;
      inputs[row][0] = 2015 + 3 * Math.cos(angle) + random.nextGaussian();
      inputs[row][1] = 1e5 * (1 + Math.sin(angle) + random.nextGaussian() / 3);
      inputs[row][2] = 7;
    }
    return TrainingSet.of(inputs, targets, classes, List.of());
  }
}
