package io.drivetrain.pipeline.learning.drift;

/**
 * What a test of "nothing has changed" gave.
 *
 * @param statistic of the test
 * @param pValue how probable at least that statistic is when nothing has changed
 */
record TestResult(double statistic, double pValue) {}
