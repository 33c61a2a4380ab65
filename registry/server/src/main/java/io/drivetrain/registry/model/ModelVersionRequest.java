package io.drivetrain.registry.model;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.MlflowRequest;
import io.drivetrain.registry.protocol.Tag;
import java.util.List;

/** The JSON bodies about model versions. */
public sealed interface ModelVersionRequest extends MlflowRequest {

  record CreateModelVersion(
      String name,
      String source,
      String runId,
      List<Tag> tags,
      String runLink,
      String description,
      String modelId)
      implements ModelVersionRequest {
    public CreateModelVersion {
      Fields.requiredText("name", name);
      Fields.requiredText("source", source);
      modelId = modelId == null ? "" : modelId;
      runId = runId == null ? "" : runId;
      runLink = runLink == null ? "" : runLink;
      description = description == null ? "" : description;
      tags = tags == null ? List.of() : List.copyOf(tags);
    }
  }

  record UpdateModelVersion(String name, String version, String description)
      implements ModelVersionRequest {
    public UpdateModelVersion {
      requireVersion(name, version);
    }
  }

  record DeleteModelVersion(String name, String version) implements ModelVersionRequest {
    public DeleteModelVersion {
      requireVersion(name, version);
    }
  }

  /**
   * Moves a version to a stage.
   *
   * @param expectedVersion null, or the version that must be in the stage now; "" for none
   * @param expectedStage null, or the stage that the version itself must be in now
   * @param reason null, or words for the audit trail
   */
  record TransitionStage(
      String name,
      String version,
      String stage,
      Boolean archiveExistingVersions,
      String expectedVersion,
      String expectedStage,
      String reason)
      implements ModelVersionRequest {
    public TransitionStage {
      requireVersion(name, version);
      Fields.requiredText("stage", stage);
      archiveExistingVersions = archiveExistingVersions != null && archiveExistingVersions;
    }
  }

  record SetModelVersionTag(String name, String version, String key, String value)
      implements ModelVersionRequest {
    public SetModelVersionTag {
      requireVersion(name, version);
      Fields.requiredText("key", key);
      value = value == null ? "" : value;
    }
  }

  record DeleteModelVersionTag(String name, String version, String key)
      implements ModelVersionRequest {
    public DeleteModelVersionTag {
      requireVersion(name, version);
      Fields.requiredText("key", key);
    }
  }

  private static void requireVersion(String name, String version) {
    Fields.requiredText("name", name);
    Fields.requiredText("version", version);
  }
}
