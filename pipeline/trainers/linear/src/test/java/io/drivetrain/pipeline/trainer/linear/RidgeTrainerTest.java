package io.drivetrain.pipeline.trainer.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drivetrain.models.estimator.LinearModel;
import io.drivetrain.pipeline.trainer.Fitted;
import io.drivetrain.pipeline.trainer.Trainer;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class RidgeTrainerTest {
  private static final RidgeTrainer RIDGE = new RidgeTrainer();

  @Test
  void findsALinearFunctionAgain() {
    TrainingSet rows = rows(200, x -> 7 + 3 * x[0] - 0.001 * x[1]);

    LinearModel model = fit(rows, 0);

    assertThat(model.intercept(0)).isCloseTo(7, within(1e-5));
    assertThat(model.weight(0, 0)).isCloseTo(3, within(1e-6));
    assertThat(model.weight(0, 1)).isCloseTo(-0.001, within(1e-9));
  }

  /** One column: the weight is covariance / (variance + penalty * variance). */
  @Test
  void thePenaltyShrinksTheWeights() {
    TrainingSet rows = TrainingSet.of(new double[][] {{0}, {2}}, new double[] {10, 30});

    assertThat(fit(rows, 1).weight(0, 0)).isCloseTo(5, within(1e-12));
    assertThat(fit(rows, 1).intercept(0)).isCloseTo(15, within(1e-12));
    assertThat(fit(rows, 1).mean(0)).isEqualTo(1);
  }

  @Test
  void givesAConstantColumnNoWeight() {
    TrainingSet rows =
        TrainingSet.of(new double[][] {{1, 5}, {2, 5}, {3, 5}}, new double[] {1, 2, 3});

    LinearModel model = fit(rows, 0);

    assertThat(model.weight(0, 1)).isZero();
    assertThat(model.score(new double[] {4, 5})).isCloseTo(4, within(1e-6));
  }

  @Test
  void takesColumnsThatAreTheSame() {
    TrainingSet rows =
        TrainingSet.of(new double[][] {{1, 1}, {2, 2}, {4, 4}}, new double[] {1, 2, 4});

    assertThat(fit(rows, 0).score(new double[] {3, 3})).isCloseTo(3, within(1e-6));
  }

  @Test
  void sameRowsGiveTheSameBits() {
    TrainingSet rows = rows(100, x -> Math.sin(x[0]) + x[1]);

    assertThat(fit(rows, 0.1)).isEqualTo(fit(rows, 0.1));
  }

  @Test
  void namesTheLibraryThatSolvedIt() {
    Fitted fitted = RIDGE.fit(rows(5, x -> x[0]), RIDGE.defaults(), 1, new TrainingMonitor());

    assertThat(fitted.library().name()).isEqualTo("hipparchus-core");
    assertThat(fitted.library().version()).matches("\\d+\\.\\d+.*");
  }

  @Test
  void stopsWhenAskedTo() {
    TrainingMonitor monitor = new TrainingMonitor();
    monitor.stop();

    assertThatThrownBy(() -> RIDGE.fit(rows(5, x -> x[0]), RIDGE.defaults(), 1, monitor))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void refusesANegativePenalty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RidgeParameters(-1))
        .withMessage("penalty must be 0 or more, not -1.0");
  }

  @Test
  void isFound() {
    assertThat(ServiceLoader.load(Trainer.class)).hasAtLeastOneElementOfType(RidgeTrainer.class);
  }

  private static LinearModel fit(TrainingSet rows, double penalty) {
    return (LinearModel)
        RIDGE.fit(rows, new RidgeParameters(penalty), 1, new TrainingMonitor()).estimator();
  }

  private static TrainingSet rows(int count, ToDoubleFunction<double[]> target) {
    Random random = new Random(3);
    double[][] inputs = new double[count][];
    double[] targets = new double[count];
    for (int i = 0; i < count; i++) {
      inputs[i] = new double[] {random.nextGaussian(), 1e5 * random.nextDouble()};
      targets[i] = target.applyAsDouble(inputs[i]);
    }
    return TrainingSet.of(inputs, targets);
  }
}
