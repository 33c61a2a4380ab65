package io.drivetrain.webui.experiment;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.model.ModelVersion;
import io.drivetrain.registry.client.tracking.Run;
import io.drivetrain.registry.client.tracking.RunPage;
import io.drivetrain.webui.experiment.RunRow.RegisteredVersion;
import io.drivetrain.webui.registry.FailsAsRegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads tables of runs. What the registry refuses or does not answer is a {@link
 * io.drivetrain.webui.registry.RegistryCallException}.
 */
@ApplicationScoped
@FailsAsRegistryException
public class RunTableService {
  /** So many runs tell which fields there are: as many as the grid reads first. */
  private static final int SAMPLE = 100;

  private static final int ROWS_OF_A_FILE_PAGE = 500;

  /** More versions than runs: one run may have made several. */
  private static final int VERSIONS_OF_A_RUN = 4;

  private final RegistryClient registry;
  private final ExperimentService experiments;

  RunTableService(RegistryClient registry, ExperimentService experiments) {
    this.registry = registry;
    this.experiments = experiments;
  }

  /**
   * Reads what a table is about: its experiments, the number of its runs and their fields.
   *
   * @param before returned again when it is about the same runs in another order
   */
  public RunTableReading read(RunQuery query, RunTableReading before) {
    RunQuery unordered = query.withOrder(Optional.empty());
    if (before.isOf(unordered)) {
      return before;
    }
    RunScope scope = scope(query);
    List<RunRow> sample = rows(scope, query, 0, SAMPLE);
    RunFields fields = RunFields.of(sample);
    return new RunTableReading(
        unordered, scope, count(scope, query), fields, fields.shown(scope.hasSeveral(), sample));
  }

  /** Of a query that the registry does not understand: its experiments, and no runs. */
  public RunTableReading readWithoutRuns(RunQuery query) {
    RunScope scope = scope(query);
    return new RunTableReading(
        query.withOrder(Optional.empty()),
        scope,
        0,
        RunFields.NONE,
        RunFields.NONE.shown(scope.hasSeveral(), List.of()));
  }

  /**
   * What has changed since a reading.
   *
   * @param running ids of runs that may have changed
   */
  public RunTableReading.News news(RunTableReading reading, Collection<String> running) {
    return new RunTableReading.News(
        reading, count(reading.scope(), reading.query()), now(reading.scope(), running));
  }

  /** The experiments of a query that there are; all of them when it names none. */
  RunScope scope(RunQuery query) {
    if (query.experiments().isEmpty()) {
      return new RunScope(experiments.names());
    }
    Map<String, String> names = new LinkedHashMap<>();
    query.experiments().forEach(id -> experiments.name(id).ifPresent(name -> names.put(id, name)));
    return new RunScope(names);
  }

  /** How many runs there are in all. */
  private long count(RunScope scope, RunQuery query) {
    return registry.facets().countRuns(scope.ids(), query.shown().lifecycle(), query.filter());
  }

  /**
   * The runs from a row on.
   *
   * @param limit 1 to 50000
   */
  public List<RunRow> rows(RunScope scope, RunQuery query, int offset, int limit) {
    RunPage page =
        registry
            .tracking()
            .searchRunsFrom(
                scope.ids(),
                query.shown().lifecycle(),
                query.filter(),
                limit,
                query.orderBy(),
                offset);
    return rows(scope, page.runs());
  }

  /** These runs as they are now; those that are gone are left out. */
  private List<RunRow> now(RunScope scope, Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    RunPage page =
        registry
            .tracking()
            .searchRuns(
                scope.ids(),
                Shown.ALL.lifecycle(),
                oneOf("run_id", ids),
                ids.size(),
                List.of(),
                "");
    return rows(scope, page.runs());
  }

  /** Every run of a query, page by page, in its order. */
  void forEachPage(RunScope scope, RunQuery query, Consumer<List<RunRow>> reader) {
    Optional<String> token = Optional.of("");
    while (token.isPresent()) {
      RunPage page =
          registry
              .tracking()
              .searchRuns(
                  scope.ids(),
                  query.shown().lifecycle(),
                  query.filter(),
                  ROWS_OF_A_FILE_PAGE,
                  query.orderBy(),
                  token.get());
      reader.accept(rows(scope, page.runs()));
      token = page.nextPageToken();
    }
  }

  private List<RunRow> rows(RunScope scope, List<Run> runs) {
    Map<String, List<RegisteredVersion>> models = models(runs);
    return runs.stream().map(run -> row(scope, run, models)).toList();
  }

  private Map<String, List<RegisteredVersion>> models(List<Run> runs) {
    if (runs.isEmpty()) {
      return Map.of();
    }
    String filter = oneOf("run_id", runs.stream().map(Run::id).toList());
    Map<String, List<RegisteredVersion>> byRun = new LinkedHashMap<>();
    for (ModelVersion version :
        registry
            .models()
            .searchVersions(filter, runs.size() * VERSIONS_OF_A_RUN, List.of(), "")
            .entries()) {
      byRun
          .computeIfAbsent(version.runId(), _ -> new ArrayList<>())
          .add(new RegisteredVersion(version.name(), version.version()));
    }
    return byRun;
  }

  private static String oneOf(String attribute, Collection<String> ids) {
    return ids.stream().collect(Collectors.joining("', '", attribute + " IN ('", "')"));
  }

  private static RunRow row(RunScope scope, Run run, Map<String, List<RegisteredVersion>> models) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    run.metrics().forEach(metric -> metrics.put(metric.key(), metric.value()));
    return new RunRow(
        run.id(),
        run.name(),
        run.experimentId(),
        scope.names().getOrDefault(run.experimentId(), run.experimentId()),
        RunStatus.valueOf(run.status().name()),
        run.startedAt(),
        run.endedAt(),
        run.deleted(),
        metrics,
        run.params(),
        run.tags(),
        models.getOrDefault(run.id(), List.of()));
  }
}
