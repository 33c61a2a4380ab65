package io.drivetrain.models.explanation;

/**
 * Gauss-Legendre quadrature on 0 .. 1: {@code sum of weights[i] * p(points[i])} is the integral of
 * {@code p}, exactly, for every polynomial of a degree below twice the number of points.
 */
record Quadrature(double[] points, double[] weights) {

  private static final int NEWTON_STEPS = 16;

  static Quadrature of(int size) {
    double[] points = new double[size];
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      double x = StrictMath.cos(Math.PI * (i + 0.75) / (size + 0.5));
      double slope = 0;
      for (int step = 0; step < NEWTON_STEPS; step++) {
        double previous = 1;
        double value = x;
        for (int n = 2; n <= size; n++) {
          double next = ((2 * n - 1) * x * value - (n - 1) * previous) / n;
          previous = value;
          value = next;
        }
        slope = size * (x * value - previous) / (x * x - 1);
        x -= value / slope;
      }
      points[i] = (1 - x) / 2;
      weights[i] = 1 / ((1 - x * x) * slope * slope);
    }
    return new Quadrature(points, weights);
  }

  int size() {
    return points.length;
  }
}
