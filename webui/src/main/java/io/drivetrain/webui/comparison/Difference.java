package io.drivetrain.webui.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One field of a baseline and of other runs.
 *
 * @param baseline its value, empty when the baseline has none
 * @param others one for each other run, in their order
 */
public record Difference(Field field, Optional<String> baseline, List<Other> others) {
  public Difference {
    others = List.copyOf(others);
  }

  /**
   * The same field of another run.
   *
   * @param differs from the baseline
   * @param change from the baseline to it, of numbers only
   */
  public record Other(Optional<String> value, boolean differs, OptionalDouble change) {}

  /** Every field that some of the runs have, in the order of fields. */
  public static List<Difference> between(ComparedRun baseline, List<ComparedRun> others) {
    List<ComparedRun> all = new ArrayList<>(others);
    all.add(baseline);
    return Comparison.all(all).stream()
        .map(field ->
            new Difference(
                field,
                field.of(baseline),
                others.stream().map(run -> other(field, baseline, run)).toList()))
        .toList();
  }

  public boolean differs() {
    return others.stream().anyMatch(Other::differs);
  }

  private static Other other(Field field, ComparedRun baseline, ComparedRun run) {
    Optional<String> value = field.of(run);
    OptionalDouble from = field.numberOf(baseline);
    OptionalDouble to = field.numberOf(run);
    OptionalDouble change =
        from.isPresent() && to.isPresent()
            ? OptionalDouble.of(to.getAsDouble() - from.getAsDouble())
            : OptionalDouble.empty();
    return new Other(value, !value.equals(field.of(baseline)), change);
  }
}
