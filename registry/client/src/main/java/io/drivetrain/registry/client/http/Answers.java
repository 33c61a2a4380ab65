package io.drivetrain.registry.client.http;

import java.util.Optional;
import java.util.function.Supplier;

/** Refusals that a caller expects, as values. */
public final class Answers {
  private Answers() {}

  public static <T> Optional<T> unlessMissing(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (RegistryClientException refused) {
      if (refused.saysMissing()) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** Somebody else, or our own repeated request, was first: both are fine. */
  public static void unlessExists(Supplier<?> call) {
    try {
      call.get();
    } catch (RegistryClientException refused) {
      if (!refused.saysExists()) {
        throw refused;
      }
    }
  }
}
