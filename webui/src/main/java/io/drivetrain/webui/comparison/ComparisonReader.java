package io.drivetrain.webui.comparison;

import io.drivetrain.registry.client.http.Answers;
import io.drivetrain.registry.client.tracking.Lifecycle;
import io.drivetrain.registry.client.tracking.Metric;
import io.drivetrain.registry.client.tracking.Run;
import io.drivetrain.registry.client.tracking.RunPage;
import io.drivetrain.registry.client.tracking.TrackingClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the runs of a comparison in as few calls as the protocol allows. */
final class ComparisonReader {
  /** A filter has up to 32,768 characters, an id takes 36. */
  private static final int IDS_OF_A_SEARCH = 500;

  private final TrackingClient tracking;
  private final Map<String, String> experiments = new HashMap<>();

  ComparisonReader(TrackingClient tracking) {
    this.tracking = tracking;
  }

  Comparison read(RunChoice choice) {
    return switch (choice) {
      case RunChoice.ByIds(List<String> ids) -> byIds(ids);
      case RunChoice.ByFilter filter -> byFilter(filter);
    };
  }

  private Comparison byFilter(RunChoice.ByFilter choice) {
    RunPage page =
        tracking.searchRuns(choice.experiments(), choice.filter(), choice.limit(), List.of(), "");
    return new Comparison(
        page.runs().stream().map(this::compared).toList(),
        List.of(),
        0,
        page.nextPageToken().isPresent());
  }

  private Comparison byIds(List<String> asked) {
    List<String> ids = asked.subList(0, Math.min(asked.size(), RunChoice.MAX_RUNS));
    Map<String, Run> found = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    Set<String> open = new LinkedHashSet<>(ids);
    while (!open.isEmpty()) {
      String first = open.iterator().next();
      Optional<Run> run = Answers.unlessMissing(() -> tracking.run(first));
      run.ifPresentOrElse(one -> found.put(first, one), () -> unknown.add(first));
      open.remove(first);
      run.ifPresent(one -> search(one.experimentId(), open, found));
    }
    return new Comparison(
        ids.stream().filter(found::containsKey).map(id -> compared(found.get(id))).toList(),
        unknown,
        asked.size() - ids.size(),
        false);
  }

  /** Those of the open runs that are in the experiment, too. */
  private void search(String experiment, Set<String> open, Map<String, Run> found) {
    List<String> ids = open.stream().filter(ComparisonReader::isId).toList();
    for (int from = 0; from < ids.size(); from += IDS_OF_A_SEARCH) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_OF_A_SEARCH));
      String filter = some.stream().collect(Collectors.joining("', '", "run_id IN ('", "')"));
      List<Run> runs =
          tracking
              .searchRuns(List.of(experiment), Lifecycle.ALL, filter, some.size(), List.of(), "")
              .runs();
      runs.forEach(run -> found.put(run.id(), run));
      runs.forEach(run -> open.remove(run.id()));
    }
  }

  private static boolean isId(String text) {
    return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }

  private ComparedRun compared(Run run) {
    return new ComparedRun(
        run.id(),
        run.name().isEmpty() ? run.id() : run.name(),
        experiments.computeIfAbsent(run.experimentId(), id -> tracking.experiment(id).name()),
        run.status().name(),
        run.startedAt(),
        run.endedAt(),
        run.artifactUri(),
        run.metrics().stream().collect(Collectors.toMap(Metric::key, Metric::value, (a, b) -> b)),
        run.params(),
        run.tags());
  }
}
