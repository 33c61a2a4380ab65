package io.drivetrain.registry.evaluation;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.LeadingTexts;
import io.drivetrain.registry.protocol.MlflowRequest;
import java.util.List;

/** The JSON bodies about evaluation datasets. Tags and records are JSON inside a string. */
public sealed interface EvaluationRequest extends MlflowRequest {

  record CreateDataset(String name, List<String> experimentIds, String tags)
      implements EvaluationRequest {
    public CreateDataset {
      Fields.requiredText("name", name);
      experimentIds = experimentIds == null ? List.of() : List.copyOf(experimentIds);
    }
  }

  record SearchDatasets(
      @JsonDeserialize(using = LeadingTexts.class) List<String> experimentIds,
      String filterString,
      Long maxResults,
      List<String> orderBy,
      String pageToken)
      implements EvaluationRequest {
    private static final long DEFAULT_PAGE = 1000;

    public SearchDatasets {
      experimentIds = experimentIds == null ? List.of() : List.copyOf(experimentIds);
      maxResults = maxResults == null || maxResults == 0 ? Long.valueOf(DEFAULT_PAGE) : maxResults;
      orderBy = orderBy == null ? List.of() : List.copyOf(orderBy);
    }
  }

  record SetTags(String tags) implements EvaluationRequest {
    public SetTags {
      Fields.requiredText("tags", tags);
    }
  }

  /**
   * @param updatedBy who sends them; null for whom the tag {@code mlflow.user} of a record names
   */
  record UpsertRecords(String records, String updatedBy) implements EvaluationRequest {
    public UpsertRecords {
      Fields.requiredText("records", records);
    }
  }

  record DeleteRecords(List<String> datasetRecordIds) implements EvaluationRequest {
    public DeleteRecords {
      datasetRecordIds = datasetRecordIds == null ? List.of() : List.copyOf(datasetRecordIds);
    }
  }

  record ChangeExperiments(List<String> experimentIds) implements EvaluationRequest {
    public ChangeExperiments {
      experimentIds = experimentIds == null ? List.of() : List.copyOf(experimentIds);
    }
  }
}
