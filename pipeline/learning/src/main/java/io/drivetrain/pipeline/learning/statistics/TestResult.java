package io.drivetrain.pipeline.learning.statistics;

import org.hipparchus.stat.inference.ChiSquareTest;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;

/**
 * What a test of "nothing has changed" gave.
 *
 * @param statistic of the test
 * @param pValue how probable at least that statistic is when nothing has changed
 */
public record TestResult(double statistic, double pValue) {
  private static final double SUM_TOLERANCE = 1e-20;
  private static final int MOST_SUMMANDS = 100_000;

  /**
   * Two samples of one distribution? The distribution of the statistic is the limit of large
   * samples, with Stephens' correction for small ones; ties make the test careful.
   */
  public static TestResult kolmogorovSmirnov(double[] earlier, double[] now) {
    KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
    double distance = test.kolmogorovSmirnovStatistic(earlier, now);
    double root = Math.sqrt((double) earlier.length * now.length / (earlier.length + now.length));
    double scaled = (root + 0.12 + 0.11 / root) * distance;
    return new TestResult(distance, 1 - test.ksSum(scaled, SUM_TOLERANCE, MOST_SUMMANDS));
  }

  /** Pearson's test of equal shares in two rows of counts. */
  public static TestResult chiSquare(long[] earlier, long[] now) {
    ChiSquareTest test = new ChiSquareTest();
    long[][] table = {earlier, now};
    return new TestResult(test.chiSquare(table), test.chiSquareTest(table));
  }
}
