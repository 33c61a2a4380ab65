package io.drivetrain.registry.model;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.MlflowRequest;
import io.drivetrain.registry.protocol.Tag;
import java.util.List;

/** The JSON bodies about registered models and their aliases. */
public sealed interface RegisteredModelRequest extends MlflowRequest {

  record CreateRegisteredModel(String name, String description, List<Tag> tags)
      implements RegisteredModelRequest {
    public CreateRegisteredModel {
      Fields.requiredText("name", name);
      tags = tags == null ? List.of() : List.copyOf(tags);
    }
  }

  record UpdateRegisteredModel(String name, String description) implements RegisteredModelRequest {
    public UpdateRegisteredModel {
      Fields.requiredText("name", name);
    }
  }

  record RenameRegisteredModel(String name, String newName) implements RegisteredModelRequest {
    public RenameRegisteredModel {
      Fields.requiredText("name", name);
      Fields.requiredText("new_name", newName);
    }
  }

  record DeleteRegisteredModel(String name) implements RegisteredModelRequest {
    public DeleteRegisteredModel {
      Fields.requiredText("name", name);
    }
  }

  record SetRegisteredModelTag(String name, String key, String value)
      implements RegisteredModelRequest {
    public SetRegisteredModelTag {
      Fields.requiredText("name", name);
      Fields.requiredText("key", key);
      value = value == null ? "" : value;
    }
  }

  record DeleteRegisteredModelTag(String name, String key) implements RegisteredModelRequest {
    public DeleteRegisteredModelTag {
      Fields.requiredText("name", name);
      Fields.requiredText("key", key);
    }
  }

  record GetLatestVersions(String name, List<String> stages) implements RegisteredModelRequest {
    public GetLatestVersions {
      Fields.requiredText("name", name);
      stages = stages == null ? List.of() : List.copyOf(stages);
    }
  }

  /**
   * Moves an alias.
   *
   * @param expectedVersion null, or the version that must hold the alias now; "" for none
   * @param reason null, or words for the audit trail
   */
  record SetAlias(String name, String alias, String version, String expectedVersion, String reason)
      implements RegisteredModelRequest {
    public SetAlias {
      Fields.requiredText("name", name);
      Fields.requiredText("alias", alias);
      Fields.requiredText("version", version);
    }
  }

  /** Takes an alias away; guarded as {@link SetAlias} is. */
  record DeleteAlias(String name, String alias, String expectedVersion, String reason)
      implements RegisteredModelRequest {
    public DeleteAlias {
      Fields.requiredText("name", name);
      Fields.requiredText("alias", alias);
    }
  }
}
