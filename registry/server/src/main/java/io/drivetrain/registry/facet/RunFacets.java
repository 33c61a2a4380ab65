package io.drivetrain.registry.facet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What the runs of a filter have in common and how they spread.
 *
 * @param count of the runs
 */
public record RunFacets(
    long count,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Values> params,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Values> tags,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Range> metrics) {

  /**
   * The values of one key, the most frequent first.
   *
   * @param runs how many have the key at all
   * @param distinct how many values there are, listed or not
   */
  public record Values(
      String key,
      long runs,
      long distinct,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<Value> values) {}

  public record Value(String value, long count) {}

  /**
   * The latest values of one metric.
   *
   * @param runs how many have the metric, NaN included
   * @param min null where no run has a number
   * @param max null where no run has a number
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Range(String key, long runs, Double min, Double max) {}
}
