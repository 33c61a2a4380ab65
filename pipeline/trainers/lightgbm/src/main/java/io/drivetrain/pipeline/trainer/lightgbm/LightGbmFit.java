package io.drivetrain.pipeline.trainer.lightgbm;

import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs the native library, on one thread. */
final class LightGbmFit {
  private final TrainingSet problem;
  private final LightGbmParameters parameters;
  private final long seed;

  /**
   * @param problem tells the number of classes and what is known of the columns
   */
  LightGbmFit(TrainingSet problem, LightGbmParameters parameters, long seed) {
    this.problem = problem;
    this.parameters = parameters;
    this.seed = seed;
  }

  /** The model as LightGBM writes it. */
  String learn(TrainingSet.Batch rows, TrainingMonitor monitor) {
    try (LGBMDataset data = dataset(rows, null);
        LGBMBooster booster = LGBMBooster.create(data, settings())) {
      for (int round = 0; round < parameters.trees(); round++) {
        booster.updateOneIter();
        monitor.roundDone();
      }
      return booster.saveModelToString(0, 0, FeatureImportanceType.SPLIT);
    } catch (LGBMException refused) {
      throw new IllegalArgumentException("LightGBM: " + refused.getMessage(), refused);
    }
  }

  /** The number of rounds after which the loss on other rows was least. */
  int bestRounds(TrainingSet.Batch rows, TrainingSet.Batch others, TrainingMonitor monitor) {
    try (LGBMDataset data = dataset(rows, null);
        LGBMDataset validation = dataset(others, data);
        LGBMBooster booster = LGBMBooster.create(data, settings())) {
      booster.addValidData(validation);
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int round = 1; round <= parameters.trees(); round++) {
        booster.updateOneIter();
        monitor.roundDone();
        double loss = booster.getEval(1)[0];
        if (loss < least) {
          least = loss;
          best = round;
        } else if (round - best >= parameters.earlyStopping()) {
          break;
        }
      }
      return Math.max(1, best);
    } catch (LGBMException refused) {
      throw new IllegalArgumentException("LightGBM: " + refused.getMessage(), refused);
    }
  }

  /**
   * @param binned whose bins are used; null for bins of its own
   */
  private LGBMDataset dataset(TrainingSet.Batch rows, LGBMDataset binned) throws LGBMException {
    LGBMDataset data =
        LGBMDataset.createFromMat(
            flat(rows.inputs()), rows.rows(), rows.columns(), true, settings(), binned);
    float[] targets = new float[rows.rows()];
    for (int row = 0; row < targets.length; row++) {
      targets[row] = (float) rows.targets()[row];
    }
    data.setField("label", targets);
    return data;
  }

  private String settings() {
    StringJoiner settings = new StringJoiner(" ");
    settings.add(objective());
    settings.add("num_threads=1 deterministic=true force_row_wise=true verbosity=-1");
    settings.add("feature_pre_filter=false seed=" + Math.floorMod(seed, Integer.MAX_VALUE));
    settings.add("num_leaves=" + parameters.maxLeaves());
    settings.add("max_depth=" + parameters.maxDepth());
    settings.add("min_data_in_leaf=" + parameters.minLeafRows());
    settings.add("learning_rate=" + parameters.learningRate());
    settings.add("bagging_freq=1 bagging_fraction=" + parameters.subsample());
    settings.add("feature_fraction=" + parameters.columnShare());
    settings.add("lambda_l2=" + parameters.l2());
    settings.add("max_bin=" + parameters.maxBins());
    addColumns(settings);
    return settings.toString();
  }

  private String objective() {
    return switch (problem.classes()) {
      case 0 -> "objective=regression";
      case 2 -> "objective=binary";
      default -> "objective=multiclass num_class=" + problem.classes();
    };
  }

  private void addColumns(StringJoiner settings) {
    String nominal =
        IntStream.range(0, problem.columns())
            .filter(column -> problem.input(column).nominal())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(","));
    if (!nominal.isEmpty()) {
      settings.add("categorical_feature=" + nominal);
    }
    int[] directions =
        IntStream.range(0, problem.columns()).map(column -> problem.input(column).sign()).toArray();
    if (IntStream.of(directions).anyMatch(sign -> sign != 0)) {
      settings.add(
          "monotone_constraints_method=advanced monotone_constraints="
              + IntStream.of(directions)
                  .mapToObj(String::valueOf)
                  .collect(Collectors.joining(",")));
    }
  }

  /** Row after row. */
  static double[] flat(double[][] rows) {
    long cells = (long) rows.length * rows[0].length;
    if (cells > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "%d rows of %d columns are more than LightGBM takes at once here, which is 2147483639 cells"
              .formatted(rows.length, rows[0].length));
    }
    double[] flat = new double[(int) cells];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, flat, row * rows[row].length, rows[row].length);
    }
    return flat;
  }
}
