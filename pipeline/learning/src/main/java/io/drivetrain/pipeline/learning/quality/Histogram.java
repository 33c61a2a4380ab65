package io.drivetrain.pipeline.learning.quality;

import static io.drivetrain.pipeline.learning.quality.ReportText.percent;
import static io.drivetrain.pipeline.learning.quality.ReportText.text;

import io.drivetrain.pipeline.learning.drift.ColumnDrift;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture of how a column was and is spread, in the units of an SVG.
 *
 * @param caption what the first and the last pair stand for
 * @param bars in pairs, earlier on the left
 */
public record Histogram(int width, int height, String caption, List<Pair> bars) {
  private static final int SLOT = 18;
  private static final int HEIGHT = 60;

  /**
   * Two bars of one interval or level.
   *
   * @param earlier share of the earlier values, in words
   * @param now share of the new values, in words
   */
  public record Pair(
      String label,
      String earlier,
      String now,
      int x,
      String earlierTop,
      String earlierHeight,
      int nowX,
      String nowTop,
      String nowHeight) {}

  static Histogram of(List<ColumnDrift.Bar> bars) {
    double highest =
        bars.stream().mapToDouble(bar -> Math.max(bar.earlier(), bar.now())).max().orElse(1);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      ColumnDrift.Bar bar = bars.get(i);
      double before = HEIGHT * bar.earlier() / highest;
      double after = HEIGHT * bar.now() / highest;
      pairs.add(
          new Pair(
              bar.label(),
              percent(bar.earlier()),
              percent(bar.now()),
              i * SLOT,
              text("%.1f", HEIGHT - before),
              text("%.1f", before),
              i * SLOT + SLOT / 2 - 1,
              text("%.1f", HEIGHT - after),
              text("%.1f", after)));
    }
    String caption =
        bars.size() == 1
            ? bars.getFirst().label()
            : "%s ... %s".formatted(bars.getFirst().label(), bars.getLast().label());
    return new Histogram(bars.size() * SLOT, HEIGHT, caption, pairs);
  }
}
