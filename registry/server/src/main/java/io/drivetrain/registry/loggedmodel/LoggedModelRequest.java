package io.drivetrain.registry.loggedmodel;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.MlflowRequest;
import io.drivetrain.registry.protocol.Tag;
import java.util.List;

/** The JSON bodies about logged models. The model is named by the path; a body repeats its id. */
public sealed interface LoggedModelRequest extends MlflowRequest {

  record CreateLoggedModel(
      String experimentId,
      String name,
      String modelType,
      String sourceRunId,
      List<Tag> params,
      List<Tag> tags)
      implements LoggedModelRequest {
    public CreateLoggedModel {
      Fields.required("experiment_id", experimentId);
      name = orEmpty(name);
      modelType = orEmpty(modelType);
      sourceRunId = orEmpty(sourceRunId);
      params = orEmpty(params);
      tags = orEmpty(tags);
    }
  }

  record FinalizeLoggedModel(LoggedModelStatus status) implements LoggedModelRequest {
    public FinalizeLoggedModel {
      Fields.required("status", status);
    }
  }

  record SetLoggedModelTags(List<Tag> tags) implements LoggedModelRequest {
    public SetLoggedModelTags {
      tags = orEmpty(tags);
    }
  }

  record LogLoggedModelParams(List<Tag> params) implements LoggedModelRequest {
    public LogLoggedModelParams {
      params = orEmpty(params);
    }
  }

  /**
   * Metrics of the filter and the order are those measured on the datasets, where some are named.
   */
  record SearchLoggedModels(
      List<String> experimentIds,
      String filter,
      List<MeasuredOn> datasets,
      Long maxResults,
      List<OrderBy> orderBy,
      String pageToken)
      implements LoggedModelRequest {
    private static final long DEFAULT_PAGE = 50;

    public SearchLoggedModels {
      experimentIds = orEmpty(experimentIds);
      datasets = orEmpty(datasets);
      maxResults = maxResults == null || maxResults == 0 ? Long.valueOf(DEFAULT_PAGE) : maxResults;
      orderBy = orEmpty(orderBy);
    }
  }

  /**
   * A dataset that a metric was measured on.
   *
   * @param datasetDigest null for every digest
   */
  record MeasuredOn(String datasetName, String datasetDigest) {
    public MeasuredOn {
      Fields.required("dataset_name", datasetName);
    }
  }

  /**
   * @param datasetName null for a metric on whatever data
   */
  record OrderBy(String fieldName, Boolean ascending, String datasetName, String datasetDigest) {
    public OrderBy {
      Fields.required("field_name", fieldName);
      ascending = ascending == null || ascending;
    }

    List<MeasuredOn> datasets() {
      return datasetName == null ? List.of() : List.of(new MeasuredOn(datasetName, datasetDigest));
    }
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
