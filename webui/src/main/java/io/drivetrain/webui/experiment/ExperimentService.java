package io.drivetrain.webui.experiment;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.facet.ExperimentActivity;
import io.drivetrain.registry.client.http.Answers;
import io.drivetrain.registry.client.tracking.Experiment;
import io.drivetrain.webui.client.Page;
import io.drivetrain.webui.registry.FailsAsRegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The experiments of the registry. What it refuses or does not answer is a {@link
 * io.drivetrain.webui.registry.RegistryCallException}.
 */
@ApplicationScoped
@FailsAsRegistryException
public class ExperimentService {
  /** So many are offered and searched together where nobody chose experiments. */
  public static final int MOST_AT_ONCE = 500;

  private static final String NOTE = "mlflow.note.content";

  private final RegistryClient registry;

  ExperimentService(RegistryClient registry) {
    this.registry = registry;
  }

  /**
   * The newest first.
   *
   * @param size 1 to {@link #MOST_AT_ONCE}
   * @param cursor from the page before; empty for the first page
   */
  public Page<ExperimentRow> page(ExperimentQuery query, int size, Optional<String> cursor) {
    var page =
        registry
            .tracking()
            .searchExperiments(
                query.shown().lifecycle(), query.filter(), size, List.of(), cursor.orElse(""));
    List<String> ids = page.entries().stream().map(Experiment::id).toList();
    Map<String, ExperimentActivity> activities = ids.isEmpty() ? Map.of() : activities(ids);
    return new Page<>(
        page.entries().stream()
            .map(one ->
                row(one, activities.getOrDefault(one.id(), ExperimentActivity.none(one.id()))))
            .toList(),
        page.nextPageToken());
  }

  private Map<String, ExperimentActivity> activities(List<String> ids) {
    return registry.facets().activity(ids).stream()
        .collect(Collectors.toMap(ExperimentActivity::experimentId, Function.identity()));
  }

  private static ExperimentRow row(Experiment experiment, ExperimentActivity activity) {
    return new ExperimentRow(
        experiment.id(),
        experiment.name(),
        experiment.deleted(),
        experiment.tags().getOrDefault(NOTE, ""),
        experiment.createdAt(),
        activity.runs(),
        activity.running(),
        activity.deletedRuns(),
        activity.lastStart());
  }

  /** The names of the newest experiments by id. */
  public Map<String, String> names() {
    return registry
        .tracking()
        .searchExperiments(Shown.ACTIVE.lifecycle(), "", MOST_AT_ONCE, List.of(), "")
        .entries()
        .stream()
        .collect(
            Collectors.toMap(
                Experiment::id, Experiment::name, (first, _) -> first, LinkedHashMap::new));
  }

  /** The name of an experiment, also of one in the trash; empty when there is none. */
  public Optional<String> name(String id) {
    return Answers.unlessMissing(() -> registry.tracking().experiment(id).name());
  }
}
