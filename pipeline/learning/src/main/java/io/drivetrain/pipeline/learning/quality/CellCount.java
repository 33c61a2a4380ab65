package io.drivetrain.pipeline.learning.quality;

import static io.drivetrain.pipeline.learning.quality.ReportText.percent;
import static io.drivetrain.pipeline.learning.quality.ReportText.text;

import io.drivetrain.pipeline.learning.data.source.DataRow;
import java.util.ArrayList;
import java.util.List;

/** Counts what speaks against an expectation, each as often as its row stands in the file. */
final class CellCount {
  private final List<Evidence> samples = new ArrayList<>();
  private long all;
  private long failing;

  void add(DataRow row, String value, boolean holds) {
    all += row.copies();
    if (!holds) {
      fail(row.line(), row.copies(), value);
    }
  }

  void fail(long line, long times, String value) {
    failing += times;
    if (samples.size() < Evidence.MOST) {
      samples.add(new Evidence(line, value));
    }
  }

  long all() {
    return all;
  }

  long failing() {
    return failing;
  }

  List<Evidence> samples() {
    return samples;
  }

  /** The share of what fails among all. */
  double failingShare() {
    return Share.of(failing, all);
  }

  /** Whether most of what was counted is as it must be. */
  Finding mostly(Expectation expectation, double mostly, String what) {
    return mostly(expectation, mostly, what, all, failing, samples);
  }

  static Finding mostly(
      Expectation expectation,
      double mostly,
      String what,
      long all,
      long failing,
      List<Evidence> samples) {
    double share = 1 - Share.of(failing, all);
    return Finding.of(
            expectation,
            share >= mostly,
            "%s %s or more".formatted(percent(mostly), what),
            text("%s (%,d of %,d are not)", percent(share), failing, all),
            failing,
            samples)
        .with(Share.atLeast(mostly, share));
  }
}
