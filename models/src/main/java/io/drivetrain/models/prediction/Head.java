package io.drivetrain.models.prediction;

import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.schema.FieldIssue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What turns the scores of an estimator into a prediction. */
public sealed interface Head {

  Task task();

  /**
   * The score is the value, on the scale of learning.
   *
   * @param errorModel predicts the absolute error of a row in the target's unit
   * @param conformal turns the expected error into an interval
   */
  record Regression(Estimator errorModel, Conformal conformal) implements Head {

    public Regression {
      if (errorModel.outputs() != 1) {
        throw new IllegalArgumentException("an error model has one output");
      }
    }

    @Override
    public Task task() {
      return Task.REGRESSION;
    }
  }

  /**
   * One score for each class: a log-probability, up to a constant, once it is calibrated. Of two
   * classes an estimator may score the second alone, against the first.
   *
   * @param classes labels in the order of the scores; two or more, each of them once
   */
  record Classification(List<String> classes, Calibration calibration) implements Head {

    public Classification {
      classes = List.copyOf(classes);
      if (classes.size() < 2 || new HashSet<>(classes).size() != classes.size()) {
        throw new IllegalArgumentException(
            "a classification needs two classes or more, each of them once");
      }
      if (calibration.slopes().size() != classes.size()) {
        throw new IllegalArgumentException("a calibration has a slope for each class");
      }
    }

    /** Whose scores are log-probabilities already. */
    public Classification(List<String> classes) {
      this(classes, Calibration.none(classes.size()));
    }

    @Override
    public Task task() {
      return Task.CLASSIFICATION;
    }

    /** Whether an estimator with so many outputs can be the one. */
    public boolean fits(int outputs) {
      return outputs == classes.size() || (outputs == 1 && classes.size() == 2);
    }

    /** The softmax of finite scores. The same bits on every machine. */
    public Prediction.Classes predict(double[] scores, List<FieldIssue> warnings) {
      double[] weights = probabilities(scores);
      int best = 0;
      Map<String, Double> probabilities = new LinkedHashMap<>();
      for (int i = 0; i < weights.length; i++) {
        best = weights[i] > weights[best] ? i : best;
        probabilities.put(classes.get(i), weights[i]);
      }
      return new Prediction.Classes(classes.get(best), probabilities, warnings);
    }

    private double[] probabilities(double[] scores) {
      double[] weights = calibrated(scores);
      double greatest = Arrays.stream(weights).max().orElseThrow();
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        weights[i] = StrictMath.exp(weights[i] - greatest);
        sum += weights[i];
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] /= sum;
      }
      return weights;
    }

    private double[] calibrated(double[] scores) {
      double[] calibrated = new double[classes.size()];
      for (int i = 0; i < calibrated.length; i++) {
        calibrated[i] = calibration.of(i, scores.length == 1 ? i * scores[0] : scores[i]);
      }
      return calibrated;
    }
  }
}
