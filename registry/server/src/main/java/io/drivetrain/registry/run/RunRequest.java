package io.drivetrain.registry.run;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.drivetrain.registry.dataset.DatasetInput;
import io.drivetrain.registry.loggedmodel.LoggedModelMetric;
import io.drivetrain.registry.metric.Metric;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.LeadingTexts;
import io.drivetrain.registry.protocol.MlflowRequest;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.protocol.Tag;
import io.drivetrain.registry.protocol.ViewType;
import io.drivetrain.registry.run.RunInputs.ModelInput;
import io.drivetrain.registry.run.RunOutputs.ModelOutput;
import java.util.List;

/** The JSON bodies about runs. Old clients name a run {@code run_uuid}, new ones {@code run_id}. */
public sealed interface RunRequest extends MlflowRequest {

  record CreateRun(
      String experimentId, String userId, String runName, Long startTime, List<Tag> tags)
      implements RunRequest {
    public CreateRun {
      Fields.requiredText("experiment_id", experimentId);
      userId = userId == null ? "" : userId;
      startTime = startTime == null ? Long.valueOf(0) : startTime;
      tags = orEmpty(tags);
    }
  }

  /** Only what is present changes. */
  record UpdateRun(String runId, String runUuid, RunStatus status, Long endTime, String runName)
      implements RunRequest {
    public UpdateRun {
      runId = eitherOf(runId, runUuid);
    }
  }

  /** To delete it, or to restore it. */
  record RunReference(String runId, String runUuid) implements RunRequest {
    public RunReference {
      runId = eitherOf(runId, runUuid);
    }
  }

  record LogMetric(
      String runId,
      String runUuid,
      String key,
      Double value,
      Long timestamp,
      Long step,
      String modelId,
      String datasetName,
      String datasetDigest)
      implements RunRequest {
    public LogMetric {
      runId = eitherOf(runId, runUuid);
    }

    MetricToLog metric() {
      return new MetricToLog(key, value, timestamp, step, modelId, datasetName, datasetDigest);
    }
  }

  record LogParameter(String runId, String runUuid, String key, String value)
      implements RunRequest {
    public LogParameter {
      runId = eitherOf(runId, runUuid);
      Fields.requiredText("key", key);
      value = value == null ? "" : value;
    }
  }

  record SetTag(String runId, String runUuid, String key, String value) implements RunRequest {
    public SetTag {
      runId = eitherOf(runId, runUuid);
      Fields.requiredText("key", key);
      value = value == null ? "" : value;
    }
  }

  record DeleteTag(String runId, String runUuid, String key) implements RunRequest {
    public DeleteTag {
      runId = eitherOf(runId, runUuid);
      Fields.requiredText("key", key);
    }
  }

  record LogBatch(
      String runId, String runUuid, List<MetricToLog> metrics, List<Tag> params, List<Tag> tags)
      implements RunRequest {
    public LogBatch {
      runId = eitherOf(runId, runUuid);
      metrics = metrics == null ? List.of() : List.copyOf(metrics);
      params = orEmpty(params);
      tags = orEmpty(tags);
    }
  }

  /**
   * A metric in a request: infinite values become the greatest finite ones, as in MLflow.
   *
   * @param modelId of a logged model that the point tells of too; null for none
   */
  record MetricToLog(
      String key,
      Double value,
      Long timestamp,
      Long step,
      String modelId,
      String datasetName,
      String datasetDigest) {
    public MetricToLog {
      Fields.requiredText("key", key);
      Fields.required("value", value);
      Fields.required("timestamp", timestamp);
      Fields.notNegative("timestamp", timestamp);
      step = step == null ? Long.valueOf(0) : step;
    }

    Metric point() {
      double finite =
          Double.isInfinite(value) ? Math.copySign(Double.MAX_VALUE, value) : value.doubleValue();
      return new Metric(key, finite, timestamp, step);
    }

    boolean isOfModel() {
      return modelId != null && !modelId.isEmpty();
    }

    LoggedModelMetric pointOfModel(String runId) {
      return new LoggedModelMetric(
          key, point().value(), timestamp, step, datasetName, datasetDigest, modelId, runId);
    }
  }

  record LogInputs(
      String runId, String runUuid, List<DatasetInput> datasets, List<ModelInput> models)
      implements RunRequest {
    private static final int MAX_DATASETS = 1000;

    public LogInputs {
      runId = eitherOf(runId, runUuid);
      datasets = datasets == null ? List.of() : List.copyOf(datasets);
      models = models == null ? List.of() : List.copyOf(models);
      if (datasets.size() > MAX_DATASETS) {
        throw RegistryException.invalid(
            "A request can log at most %d datasets. Got %d."
                .formatted(MAX_DATASETS, datasets.size()));
      }
    }
  }

  record LogOutputs(String runId, String runUuid, List<ModelOutput> models) implements RunRequest {
    public LogOutputs {
      runId = eitherOf(runId, runUuid);
      models = models == null ? List.of() : List.copyOf(models);
    }
  }

  record LogModel(String runId, String runUuid, String modelJson) implements RunRequest {
    public LogModel {
      runId = eitherOf(runId, runUuid);
      Fields.requiredText("model_json", modelJson);
    }
  }

  /**
   * @param offset runs to skip, which MLflow does not know: for a table in which people jump
   */
  record SearchRuns(
      @JsonDeserialize(using = LeadingTexts.class) List<String> experimentIds,
      String filter,
      ViewType runViewType,
      Long maxResults,
      List<String> orderBy,
      String pageToken,
      Long offset)
      implements RunRequest {
    public SearchRuns {
      experimentIds = experimentIds == null ? List.of() : List.copyOf(experimentIds);
      runViewType = runViewType == null ? ViewType.ACTIVE_ONLY : runViewType;
      maxResults = maxResults == null ? Long.valueOf(1000) : maxResults;
      orderBy = orderBy == null ? List.of() : List.copyOf(orderBy);
      offset = offset == null ? Long.valueOf(0) : offset;
      Fields.notNegative("offset", offset);
    }
  }

  private static String eitherOf(String runId, String runUuid) {
    var id = runId == null || runId.isEmpty() ? runUuid : runId;
    Fields.requiredText("run_id", id);
    return id;
  }

  private static List<Tag> orEmpty(List<Tag> tags) {
    return tags == null ? List.of() : List.copyOf(tags);
  }
}
