package io.drivetrain.pipeline.trainer.smile;

import java.util.Arrays;
import java.util.stream.IntStream;
import smile.data.DataFrame;
import smile.data.formula.Formula;

/** Arrays as Smile wants them: columns of doubles, so that no split is nominal. */
final class SmileData {
  private static final String TARGET = "target";

  private SmileData() {}

  static Formula formula() {
    return Formula.lhs(TARGET);
  }

  static DataFrame frame(double[][] inputs, double[] targets) {
    double[][] column =
        Arrays.stream(targets).mapToObj(y -> new double[] {y}).toArray(double[][]::new);
    return inputs(inputs).merge(DataFrame.of(column, TARGET));
  }

  static DataFrame inputs(double[][] inputs) {
    String[] names =
        IntStream.range(0, inputs[0].length).mapToObj(i -> "c" + i).toArray(String[]::new);
    return DataFrame.of(inputs, names);
  }
}
