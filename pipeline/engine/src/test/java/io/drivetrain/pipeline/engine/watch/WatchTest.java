package io.drivetrain.pipeline.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchTest {
  @Test
  void goesOnAfterAFailure() throws InterruptedException {
    CountDownLatch looks = new CountDownLatch(3);

    try (Watch _ =
        Watch.every(
            Duration.ofMillis(1),
            "test-watch",
            () -> {
              looks.countDown();
              throw new IllegalStateException("away");
            })) {
      assertThat(looks.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
