package io.drivetrain.webui.experiment;

import java.util.List;
import java.util.Optional;

/**
 * Which runs, and in which order.
 *
 * @param experiments ids; empty for all experiments that are not in the trash
 * @param filter MLflow's search language; empty for all
 * @param order empty for the youngest first
 */
public record RunQuery(
    List<String> experiments, String filter, Shown shown, Optional<RunOrder> order) {
  public static final RunQuery ALL = new RunQuery(List.of(), "", Shown.ACTIVE, Optional.empty());

  public RunQuery {
    experiments = experiments.stream().distinct().toList();
    filter = filter.strip();
  }

  public RunQuery withExperiments(List<String> ids) {
    return new RunQuery(ids, filter, shown, order);
  }

  public RunQuery withFilter(String text) {
    return new RunQuery(experiments, text, shown, order);
  }

  public RunQuery withShown(Shown which) {
    return new RunQuery(experiments, filter, which, order);
  }

  public RunQuery withOrder(Optional<RunOrder> by) {
    return new RunQuery(experiments, filter, shown, by);
  }

  List<String> orderBy() {
    return order.map(by -> List.of(by.orderBy())).orElse(List.of());
  }
}
