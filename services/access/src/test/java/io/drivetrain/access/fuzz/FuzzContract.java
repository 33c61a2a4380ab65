package io.drivetrain.access.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * No request that fits an application's OpenAPI document, or nearly, makes it fail; a test of each
 * application implements it. {@code -Ddrivetrain.fuzz} says how many requests each operation gets,
 * {@code -Ddrivetrain.fuzz.seed} which.
 */
public interface FuzzContract {
  int REQUESTS = Integer.getInteger("drivetrain.fuzz", 20);
  long SEED = Long.getLong("drivetrain.fuzz.seed", 14);

  /** Where the application listens. */
  int port();

  @Test
  default void noRequestMakesAnOperationFail() throws IOException {
    ApiFuzz fuzz = ApiFuzz.of(port(), SEED);

    fuzz.run(REQUESTS);

    assertThat(fuzz.gaps()).isEmpty();
    assertThat(fuzz.answers()).as("statuses of all answers").containsKey(200);
  }
}
