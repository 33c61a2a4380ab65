package io.drivetrain.pipeline.trainer.liblinear;

import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.drivetrain.models.bundle.Library;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.pipeline.trainer.Fitted;
import io.drivetrain.pipeline.trainer.Libraries;
import io.drivetrain.pipeline.trainer.Trainer;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;

/**
 * What the solvers of liblinear have in common. Rows of terms score bit for bit as liblinear's own
 * model does; where numbers are standardised, the weights are folded back, and sums round
 * differently.
 */
abstract sealed class LinearTrainer implements Trainer<LinearParameters>
    permits LinearSvmTrainer, LogisticRegressionTrainer {
  private static final Library LIBRARY = Libraries.of("de.bwaldvogel", "liblinear", Linear.class);

  static {
    Linear.disableDebugOutput();
  }

  abstract SolverType solver();

  @Override
  public final Set<Task> tasks() {
    return Set.of(Task.CLASSIFICATION);
  }

  @Override
  public final LinearParameters forErrors(int size) {
    return defaults();
  }

  @Override
  public final int rounds(LinearParameters parameters) {
    return 1;
  }

  @Override
  public final Fitted fit(
      TrainingSet rows, LinearParameters parameters, long seed, TrainingMonitor monitor) {
    Scaling scaling = Scaling.of(rows);
    Problem problem = SparseRows.problem(rows, scaling);
    Model model = learn(problem, parameters, seed);
    monitor.roundDone();
    return new Fitted(new Weights(model, rows.classes(), scaling).folded(), LIBRARY);
  }

  Model learn(Problem problem, LinearParameters parameters, long seed) {
    if (Arrays.stream(problem.y).distinct().count() < 2) {
      throw new IllegalArgumentException("all rows to learn from are of one class");
    }
    Parameter parameter = new Parameter(solver(), parameters.cost(), parameters.tolerance());
    parameter.setRandom(new Random(seed));
    return Linear.train(problem, parameter);
  }
}
