package io.drivetrain.pipeline.learning.report.html;

import io.drivetrain.pipeline.api.report.GateReport;
import io.drivetrain.pipeline.learning.html.Badge;
import io.drivetrain.pipeline.learning.html.Charts;
import io.drivetrain.pipeline.learning.html.PageText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gates of a run on the page, those that failed first.
 *
 * @param headroom an SVG; "" when no gate compared a number with a bound
 */
record GatesSection(List<GateLine> gates, String headroom) {

  record GateLine(String gate, String stage, Badge badge, String comparison) {}

  static GatesSection of(List<GateReport> gates, PageText text) {
    return new GatesSection(
        gates.stream()
            .sorted(Comparator.comparing(GateReport::passed).thenComparing(GateReport::isWarning))
            .map(gate -> line(gate, text))
            .toList(),
        headroom(gates, text));
  }

  private static GateLine line(GateReport gate, PageText text) {
    return new GateLine(
        gate.gate(),
        gate.asked(),
        new Badges(text).of(gate.passed(), gate.isWarning()),
        gate.comparison());
  }

  private static String headroom(List<GateReport> gates, PageText text) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (GateReport gate : gates) {
      gate.details()
          .headroom()
          .ifPresent(share -> shares.put(gate.asked() + " " + gate.gate(), share * 100));
    }
    return shares.isEmpty()
        ? ""
        : new Charts(text.numbers())
            .headroom(
                text.of("headroom_label"),
                List.copyOf(shares.keySet()),
                List.copyOf(shares.values()),
                text.of("headroom_axis"));
  }
}
