package io.drivetrain.registry.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What is said along with a change of stage or alias: why, and who must hold it now. Both fields
 * are extensions of our registry server; other MLflow servers ignore them, and check nothing.
 */
public final class Change {
  private static final String NOBODY = "";

  private final String reason;
  private final Optional<String> expectedVersion;

  private Change(String reason, Optional<String> expectedVersion) {
    this.reason = reason;
    this.expectedVersion = expectedVersion;
  }

  /**
   * @param reason kept in the audit of the model, for people
   */
  public static Change because(String reason) {
    return new Change(reason, Optional.empty());
  }

  /**
   * Makes the change only while this version holds the stage or alias; else the call fails with
   * {@link ErrorCode#RESOURCE_CONFLICT} and nothing has changed.
   */
  public Change ifHeldBy(String version) {
    return new Change(reason, Optional.of(version));
  }

  /** Makes the change only while no version holds the stage or alias. */
  public Change ifHeldByNobody() {
    return ifHeldBy(NOBODY);
  }

  /** A conditional change that was made once finds its condition broken the second time. */
  boolean isRepeatable() {
    return expectedVersion.isEmpty();
  }

  void addTo(ObjectNode body) {
    body.put("reason", reason);
    expectedVersion.ifPresent(version -> body.put("expected_version", version));
  }
}
