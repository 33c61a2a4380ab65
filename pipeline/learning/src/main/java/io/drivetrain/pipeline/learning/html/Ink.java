package io.drivetrain.pipeline.learning.html;

import java.awt.Color;
import java.util.Arrays;
import java.util.Optional;

/**
 * The colours of charts. A chart is painted with stand-ins that become the variables of the page's
 * style sheet, so that it follows the page into the dark and onto paper.
 */
enum Ink {
  TEXT("--soft"),
  GRID("--line"),
  ACCENT("--accent"),
  OTHER("--other"),
  WAITING("--waiting"),
  GOOD("--good"),
  BAD("--bad");

  private final String variable;

  Ink(String variable) {
    this.variable = variable;
  }

  Color color() {
    return new Color(ordinal() + 1, 0, 0);
  }

  String css() {
    return "var(" + variable + ")";
  }

  /**
   * @param svg as the painter writes it: {@code rgb(1,0,0)}
   */
  static Optional<Ink> of(String svg) {
    return Arrays.stream(values())
        .filter(ink -> svg.equals("rgb(%d,0,0)".formatted(ink.ordinal() + 1)))
        .findFirst();
  }
}
