package io.drivetrain.registry.experiment;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.MlflowRequest;
import io.drivetrain.registry.protocol.Tag;
import io.drivetrain.registry.protocol.ViewType;
import java.util.List;

/** The JSON bodies about experiments. */
public sealed interface ExperimentRequest extends MlflowRequest {

  record CreateExperiment(String name, String artifactLocation, List<Tag> tags)
      implements ExperimentRequest {
    public CreateExperiment {
      Fields.requiredText("name", name);
      tags = tags == null ? List.of() : List.copyOf(tags);
    }
  }

  record UpdateExperiment(String experimentId, String newName) implements ExperimentRequest {
    public UpdateExperiment {
      Fields.requiredText("experiment_id", experimentId);
    }
  }

  /** To delete it, or to restore it. */
  record ExperimentReference(String experimentId) implements ExperimentRequest {
    public ExperimentReference {
      Fields.requiredText("experiment_id", experimentId);
    }
  }

  record SetExperimentTag(String experimentId, String key, String value)
      implements ExperimentRequest {
    public SetExperimentTag {
      Fields.requiredText("experiment_id", experimentId);
      Fields.requiredText("key", key);
      value = value == null ? "" : value;
    }
  }

  record DeleteExperimentTag(String experimentId, String key) implements ExperimentRequest {
    public DeleteExperimentTag {
      Fields.requiredText("experiment_id", experimentId);
      Fields.requiredText("key", key);
    }
  }

  record SearchExperiments(
      Long maxResults, String pageToken, String filter, List<String> orderBy, ViewType viewType)
      implements ExperimentRequest {
    public SearchExperiments {
      orderBy = orderBy == null ? List.of() : List.copyOf(orderBy);
      viewType = viewType == null ? ViewType.ACTIVE_ONLY : viewType;
    }
  }
}
