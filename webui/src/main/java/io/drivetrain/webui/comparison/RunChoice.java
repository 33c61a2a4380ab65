package io.drivetrain.webui.comparison;

import java.util.List;

/** Which runs to compare, as an address says it. */
public sealed interface RunChoice {
  /** More than that is neither drawn in time nor read by anybody. */
  int MAX_RUNS = 1000;

  /**
   * These runs, in this order.
   *
   * @param ids each once; those above {@link #MAX_RUNS} are left out
   */
  record ByIds(List<String> ids) implements RunChoice {
    public ByIds {
      ids = ids.stream().distinct().toList();
    }
  }

  /**
   * The newest runs that a filter finds: an address for many runs that stays short.
   *
   * @param experiments ids
   * @param filter MLflow's search language, empty for all
   * @param limit 1 to {@link #MAX_RUNS}
   */
  record ByFilter(List<String> experiments, String filter, int limit) implements RunChoice {
    public ByFilter {
      experiments = List.copyOf(experiments);
      limit = Math.clamp(limit, 1, MAX_RUNS);
    }
  }
}
