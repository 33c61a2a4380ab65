package io.drivetrain.pipeline.learning.evaluation;

import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.http.RegistryClientException;
import java.util.Set;

/** Distinguishes a model that can never be loaded from a registry that is unavailable for now. */
public final class PermanentFailure {
  private static final Set<ErrorCode> FAULTS_OF_THE_MODEL =
      Set.of(
          ErrorCode.CORRUPT_MODEL,
          ErrorCode.RESOURCE_DOES_NOT_EXIST,
          ErrorCode.TOO_LARGE,
          ErrorCode.NOT_IMPLEMENTED);

  private PermanentFailure() {}

  /** Whether the model itself is at fault; every other failure is worth a retry. */
  public static boolean is(RegistryClientException failed) {
    return FAULTS_OF_THE_MODEL.contains(failed.errorCode());
  }
}
