package io.drivetrain.pipeline.learning.evaluation;

import io.drivetrain.registry.client.ErrorCode;
import io.drivetrain.registry.client.RegistryClientException;
import java.util.Set;

/** Tells a model that can never be read from a registry that cannot hand it out just now. */
public final class Unreadable {
  private static final Set<ErrorCode> FAULTS_OF_THE_MODEL =
      Set.of(
          ErrorCode.CORRUPT_MODEL,
          ErrorCode.RESOURCE_DOES_NOT_EXIST,
          ErrorCode.TOO_LARGE,
          ErrorCode.NOT_IMPLEMENTED);

  private Unreadable() {}

  /** Whether the model itself is at fault; anything else is a reason to try again. */
  public static boolean is(RegistryClientException failed) {
    return FAULTS_OF_THE_MODEL.contains(failed.errorCode());
  }
}
