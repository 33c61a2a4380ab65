package io.drivetrain.pipeline.learning.quality.finding;

import static io.drivetrain.pipeline.learning.quality.finding.ReportText.percent;
import static io.drivetrain.pipeline.learning.quality.finding.ReportText.text;

import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.SampleRow;
import io.drivetrain.pipeline.api.quality.Share;
import io.drivetrain.pipeline.learning.quality.expectation.Expectation;
import java.util.List;
import java.util.stream.Stream;

/**
 * What speaks against an expectation, each cell or row as often as it stands in the file.
 *
 * @param all that were counted
 * @param failing those of them that speak against it
 * @param samples the first of those, at most {@link SampleRow#MOST}
 */
public record CellCount(long all, long failing, List<SampleRow> samples) {
  public static final CellCount NONE = new CellCount(0, 0, List.of());

  public CellCount {
    samples = List.copyOf(samples);
  }

  public CellCount plus(CellCount more) {
    return new CellCount(
        all + more.all,
        failing + more.failing,
        Stream.concat(samples.stream(), more.samples.stream()).limit(SampleRow.MOST).toList());
  }

  /** The share of what fails among all. */
  public double failingShare() {
    return Share.of(failing, all);
  }

  /** Whether most of what was counted is as it must be. */
  public Finding mostly(Expectation expectation, double mostly, String what) {
    double share = 1 - failingShare();
    return Findings.of(
            expectation,
            share >= mostly,
            "%s %s or more".formatted(percent(mostly), what),
            text("%s (%,d of %,d are not)", percent(share), failing, all),
            failing,
            samples)
        .with(Share.atLeast(mostly, share));
  }
}
