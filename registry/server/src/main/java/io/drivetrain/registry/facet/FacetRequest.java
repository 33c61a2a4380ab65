package io.drivetrain.registry.facet;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.MlflowRequest;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.protocol.ViewType;
import java.util.List;

/**
 * What is to be counted among the runs of a filter.
 *
 * @param params keys whose values are counted
 * @param tags keys whose values are counted
 * @param metrics keys whose range is asked for
 * @param maxValues of one key, those that most runs have; 1 to 1000, 50 if absent
 */
public record FacetRequest(
    List<String> experimentIds,
    String filter,
    ViewType runViewType,
    List<String> params,
    List<String> tags,
    List<String> metrics,
    Long maxValues)
    implements MlflowRequest {
  private static final int MAX_KEYS = 50;
  private static final long MAX_VALUES = 1000;
  private static final long DEFAULT_VALUES = 50;

  public FacetRequest {
    Fields.required("experiment_ids", experimentIds);
    experimentIds = List.copyOf(experimentIds);
    runViewType = runViewType == null ? ViewType.ACTIVE_ONLY : runViewType;
    params = params == null ? List.of() : List.copyOf(params);
    tags = tags == null ? List.of() : List.copyOf(tags);
    metrics = metrics == null ? List.of() : List.copyOf(metrics);
    maxValues = maxValues == null ? Long.valueOf(DEFAULT_VALUES) : maxValues;
    if (maxValues < 1 || maxValues > MAX_VALUES) {
      throw RegistryException.invalid(
          "Invalid value %d for parameter 'max_values' supplied: it must be between 1 and %d."
              .formatted(maxValues, MAX_VALUES));
    }
    int keys = params.size() + tags.size() + metrics.size();
    if (keys > MAX_KEYS) {
      throw RegistryException.invalid(
          "%d facets are asked for, the limit is %d.".formatted(keys, MAX_KEYS));
    }
  }
}
