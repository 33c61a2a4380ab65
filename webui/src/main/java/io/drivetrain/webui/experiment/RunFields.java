package io.drivetrain.webui.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The fields of some runs.
 *
 * @param all every field that one of them has
 * @param differing those whose values are not all the same, a missing one being a value too
 */
public record RunFields(SortedSet<RunField> all, SortedSet<RunField> differing) {
  public static final RunFields NONE = of(List.of());

  /** Tags that clients set by themselves, and that tell a reader nothing. */
  private static final List<String> MACHINE_TAGS = List.of("mlflow.", "drivetrain.");

  /** More columns than that are not read, but chosen. */
  private static final int MOST_OF_A_KIND = 10;

  public static RunFields of(List<RunRow> runs) {
    TreeSet<RunField> all = new TreeSet<>();
    Stream.of(RunAttribute.values()).map(RunField::of).forEach(all::add);
    runs.forEach(run -> {
      add(all, run.metrics(), RunField::metric);
      add(all, run.params(), RunField::param);
      add(all, run.tags(), RunField::tag);
    });
    TreeSet<RunField> differing = new TreeSet<>(all);
    differing.removeIf(field -> !differs(field, runs));
    return new RunFields(all, differing);
  }

  private static void add(
      Collection<RunField> fields, Map<String, ?> values, Function<String, RunField> field) {
    values.keySet().stream().map(field).forEach(fields::add);
  }

  private static boolean differs(RunField field, List<RunRow> runs) {
    return runs.stream().map(run -> run.value(field, Instant.EPOCH)).distinct().count() > 1;
  }

  /**
   * What a table shows until somebody chooses: what every run has, and in what these runs differ.
   *
   * @param acrossExperiments whether it matters in which experiment a run is
   */
  public List<RunField> shown(boolean acrossExperiments, List<RunRow> runs) {
    List<RunField> shown = new ArrayList<>();
    Stream.of(RunAttribute.NAME, RunAttribute.STATUS, RunAttribute.START, RunAttribute.DURATION)
        .map(RunField::of)
        .forEach(shown::add);
    if (acrossExperiments) {
      shown.add(RunField.of(RunAttribute.EXPERIMENT));
    }
    Stream.of(RunAttribute.MODEL, RunAttribute.NOTE)
        .map(RunField::of)
        .filter(field -> runs.stream().anyMatch(run -> !run.value(field, Instant.EPOCH).isEmpty()))
        .forEach(shown::add);
    Stream.of(RunField.Kind.METRIC, RunField.Kind.PARAM, RunField.Kind.TAG)
        .flatMap(this::differing)
        .forEach(shown::add);
    return shown;
  }

  private Stream<RunField> differing(RunField.Kind kind) {
    return differing.stream()
        .filter(field -> field.kind() == kind)
        .filter(field -> kind != RunField.Kind.TAG || !isOfMachine(field.key()))
        .limit(MOST_OF_A_KIND);
  }

  private static boolean isOfMachine(String tag) {
    return MACHINE_TAGS.stream().anyMatch(tag::startsWith);
  }
}
