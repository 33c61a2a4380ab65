package io.drivetrain.models.prediction;

import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.schema.FieldIssue;
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
   * One score for each class: a log-probability, up to a constant.
   *
   * @param classes labels in the order of the scores; two or more, each of them once
   */
  record Classification(List<String> classes) implements Head {

    public Classification {
      classes = List.copyOf(classes);
      if (classes.size() < 2 || new HashSet<>(classes).size() != classes.size()) {
        throw new IllegalArgumentException(
            "a classification needs two classes or more, each of them once");
      }
    }

    @Override
    public Task task() {
      return Task.CLASSIFICATION;
    }

    /** The softmax of finite scores. The same bits on every machine. */
    public Prediction.Classes predict(double[] scores, List<FieldIssue> warnings) {
      int best = 0;
      for (int i = 1; i < scores.length; i++) {
        best = scores[i] > scores[best] ? i : best;
      }
      double[] weights = new double[scores.length];
      double sum = 0;
      for (int i = 0; i < scores.length; i++) {
        weights[i] = StrictMath.exp(scores[i] - scores[best]);
        sum += weights[i];
      }
      Map<String, Double> probabilities = new LinkedHashMap<>();
      for (int i = 0; i < scores.length; i++) {
        probabilities.put(classes.get(i), weights[i] / sum);
      }
      return new Prediction.Classes(classes.get(best), probabilities, warnings);
    }
  }
}
