package io.drivetrain.registry.client.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.http.ErrorCode;
import java.util.Optional;

/**
 * What is said along with a change of stage or alias: why, and what must be so until then. All of
 * it extends MLflow's protocol: our registry server checks it, other ones ignore it.
 */
public final class Change {
  private static final String NOBODY = "";

  private final String reason;
  private final Optional<String> expectedVersion;
  private final Optional<Stage> expectedStage;

  private Change(String reason, Optional<String> expectedVersion, Optional<Stage> expectedStage) {
    this.reason = reason;
    this.expectedVersion = expectedVersion;
    this.expectedStage = expectedStage;
  }

  /**
   * @param reason kept in the audit of the model, for people
   */
  public static Change because(String reason) {
    return new Change(reason, Optional.empty(), Optional.empty());
  }

  /**
   * Makes the change only while this version holds the stage or alias; else the call fails with
   * {@link ErrorCode#RESOURCE_CONFLICT} and nothing has changed.
   */
  public Change ifHeldBy(String version) {
    return new Change(reason, Optional.of(version), expectedStage);
  }

  /** Makes the change only while no version holds the stage or alias. */
  public Change ifHeldByNobody() {
    return ifHeldBy(NOBODY);
  }

  /**
   * Makes the change only while the version that is moved is in this stage; else the call fails
   * with {@link ErrorCode#RESOURCE_CONFLICT} and nothing has changed. Only for a change of stage.
   */
  public Change ifIn(Stage stage) {
    return new Change(reason, expectedVersion, Optional.of(stage));
  }

  /** A conditional change that was made once finds its condition broken the second time. */
  boolean isRepeatable() {
    return expectedVersion.isEmpty() && expectedStage.isEmpty();
  }

  void addTo(ObjectNode body) {
    body.put("reason", reason);
    expectedVersion.ifPresent(version -> body.put("expected_version", version));
    expectedStage.ifPresent(stage -> body.put("expected_stage", stage.wireName()));
  }
}
