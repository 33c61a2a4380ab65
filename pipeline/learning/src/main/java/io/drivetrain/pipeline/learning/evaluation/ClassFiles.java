package io.drivetrain.pipeline.learning.evaluation;

import io.drivetrain.models.metric.Reliability;
import io.drivetrain.pipeline.learning.evaluation.gate.ClassScores;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables that the evaluation of a classification leaves, as CSV with commas and points. */
final class ClassFiles {

  private ClassFiles() {}

  /** Row by row of the hold-out: the true class, the predicted one and all probabilities. */
  static String predictions(ClassScores scores) {
    StringBuilder csv = new StringBuilder("line,actual,predicted");
    scores.classes().forEach(label -> csv.append(',').append(cell("p_" + label)));
    csv.append('\n');
    int[] actual = scores.actual();
    double[][] probabilities = scores.probabilities();
    for (int i = 0; i < actual.length; i++) {
      csv.append(scores.examples().get(i).line())
          .append(',')
          .append(cell(scores.classes().get(actual[i])))
          .append(',')
          .append(cell(scores.predictions().get(i).label()));
      for (double probability : probabilities[i]) {
        csv.append(String.format(Locale.ROOT, ",%.6f", probability));
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  /** How many rows of each true class are predicted as each class. */
  static String confusion(ClassScores scores) {
    List<String> classes = scores.classes();
    int[][] counts = new int[classes.size()][classes.size() + 1];
    int[] actual = scores.actual();
    for (int i = 0; i < actual.length; i++) {
      int predicted = classes.indexOf(scores.predictions().get(i).label());
      counts[actual[i]][predicted < 0 ? classes.size() : predicted]++;
    }
    StringBuilder csv = new StringBuilder("actual");
    classes.forEach(label -> csv.append(',').append(cell("predicted " + label)));
    csv.append('\n');
    for (int row = 0; row < classes.size(); row++) {
      csv.append(cell(classes.get(row)));
      for (int column = 0; column < classes.size(); column++) {
        csv.append(',').append(counts[row][column]);
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  /** How often predicted classes are right, by their probability. */
  static String reliability(ClassScores scores) {
    return Reliability.of(scores.actual(), scores.probabilities()).bins().stream()
        .map(bin ->
            String.format(
                Locale.ROOT, "%d,%.4f,%.4f\n", bin.rows(), bin.probability(), bin.right()))
        .collect(Collectors.joining("", "rows,mean_probability,share_right\n", ""));
  }

  private static String cell(String text) {
    return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
