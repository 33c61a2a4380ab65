package io.drivetrain.registry.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.drivetrain.registry.metric.Metric;
import io.drivetrain.registry.protocol.Tag;
import io.drivetrain.registry.run.Run;
import io.drivetrain.registry.run.RunData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What differs between runs; what is the same in all of them is left out.
 *
 * @param runIds in the order of the values
 */
public record RunDifference(
    List<String> runIds,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Row<String>> params,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Row<Double>> metrics,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Row<String>> tags) {

  /**
   * One key.
   *
   * @param values one of each run, null where it has none; of a metric the latest
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Row<T>(String key, List<T> values) {}

  static RunDifference between(List<Run> runs) {
    return new RunDifference(
        runs.stream().map(run -> run.info().runId()).toList(),
        rows(runs, data -> texts(data.params())),
        rows(runs, data -> latest(data.metrics())),
        rows(runs, data -> texts(data.tags())));
  }

  private static Map<String, String> texts(List<Tag> tags) {
    return Tag.mapOf(tags);
  }

  private static Map<String, Double> latest(List<Metric> metrics) {
    var values = new HashMap<String, Double>();
    metrics.forEach(metric -> values.put(metric.key(), metric.value()));
    return values;
  }

  private static <T> List<Row<T>> rows(List<Run> runs, Function<RunData, Map<String, T>> part) {
    var columns = runs.stream().map(run -> part.apply(run.data())).toList();
    var keys = new TreeSet<String>();
    columns.forEach(column -> keys.addAll(column.keySet()));
    var rows = new ArrayList<Row<T>>();
    for (var key : keys) {
      var values = new ArrayList<T>();
      columns.forEach(column -> values.add(column.get(key)));
      if (new HashSet<>(values).size() > 1) {
        rows.add(new Row<>(key, values));
      }
    }
    return rows;
  }
}
