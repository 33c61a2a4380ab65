package io.drivetrain.webui.comparison;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Runs to compare.
 *
 * @param unknown ids of runs that the registry does not have
 * @param leftOut how many more were asked for than are compared
 * @param hasMore the filter finds more runs than are compared
 */
public record Comparison(
    List<ComparedRun> runs, List<String> unknown, int leftOut, boolean hasMore) {
  public Comparison {
    runs = List.copyOf(runs);
    unknown = List.copyOf(unknown);
  }

  /** Parameters and metrics that some of these runs have. */
  public static List<Field> measures(Collection<ComparedRun> runs) {
    return fields(
        runs.stream()
            .flatMap(run ->
                Stream.concat(
                    run.params().keySet().stream().map(Field::param),
                    run.metrics().keySet().stream().map(Field::metric))));
  }

  /** The same, and their tags; those in which MLflow keeps its own books are left out. */
  public static List<Field> all(Collection<ComparedRun> runs) {
    return fields(
        Stream.concat(
            measures(runs).stream(),
            runs.stream()
                .flatMap(run -> run.tags().keySet().stream())
                .filter(
                    name -> !name.startsWith("mlflow.log-model") && !name.equals("mlflow.runName"))
                .map(Field::tag)));
  }

  public static boolean differs(Field field, Collection<ComparedRun> runs) {
    return runs.stream().map(field::of).distinct().limit(2).count() > 1;
  }

  public Optional<ComparedRun> run(String id) {
    return runs.stream().filter(run -> run.id().equals(id)).findFirst();
  }

  private static List<Field> fields(Stream<Field> fields) {
    return List.copyOf(fields.collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
  }
}
