package io.drivetrain.webui.comparison.ui;

import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.comparison.Comparison;
import io.drivetrain.webui.comparison.Narrowing;
import java.util.ArrayList;
import java.util.List;

/**
 * The compared runs, and those of them that are looked at; tells the parts of a page of changes.
 */
final class Selection {
  private static final String NARROW = "narrow";

  private final Comparison comparison;
  private final Choices choices;
  private final List<Runnable> listeners = new ArrayList<>();
  private Narrowing narrowing;
  private List<ComparedRun> runs;

  Selection(Comparison comparison, Choices choices) {
    this.comparison = comparison;
    this.choices = choices;
    this.narrowing = Ranges.read(choices.all(NARROW));
    this.runs = narrowing.of(comparison.runs());
  }

  Choices choices() {
    return choices;
  }

  /** All runs that are compared. */
  List<ComparedRun> all() {
    return comparison.runs();
  }

  /** Those that are looked at. */
  List<ComparedRun> runs() {
    return runs;
  }

  Narrowing narrowing() {
    return narrowing;
  }

  void narrow(Narrowing by) {
    narrowing = by;
    runs = by.of(comparison.runs());
    choices.choose(NARROW, Ranges.write(by));
    listeners.forEach(Runnable::run);
  }

  void onChange(Runnable listener) {
    listeners.add(listener);
  }
}
