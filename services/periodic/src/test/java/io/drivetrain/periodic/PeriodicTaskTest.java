package io.drivetrain.periodic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class PeriodicTaskTest {
  private static final Duration PAUSE = Duration.ofMillis(5);

  @Test
  void continuesAfterAFailureAndLogsItsBeginAndItsEndOnly() {
    var log = new Lines();
    var turns = new AtomicInteger();

    try (var logged = log;
        var _ =
            PeriodicTask.every(
                PAUSE,
                "fragile",
                () -> {
                  if (turns.incrementAndGet() <= 3) {
                    throw new IllegalStateException("away");
                  }
                })) {
      await().until(() -> turns.get() > 5);

      assertThat(logged.texts)
          .containsExactly(
              "fragile failed; it is repeated until it works.", "fragile works again.");
    }
  }

  @Test
  void waitsForTheTurnThatIsUnderWay() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var order = new CopyOnWriteArrayList<String>();
    var task =
        PeriodicTask.every(
            PAUSE,
            "slow",
            () -> {
              begun.countDown();
              await().pollDelay(Duration.ofMillis(100)).until(() -> true);
              order.add("turn");
            });
    begun.await();

    task.close();
    order.add("closed");

    assertThat(order).containsExactly("turn", "closed");
  }

  /** What {@link Failures} logs. */
  private static final class Lines extends Handler implements AutoCloseable {
    private final List<String> texts = new ArrayList<>();
    private final Logger logger = Logger.getLogger(Failures.class.getName());

    private Lines() {
      logger.addHandler(this);
    }

    @Override
    public synchronized void publish(LogRecord line) {
      texts.add(
          line.getParameters() == null
              ? line.getMessage()
              : String.format(line.getMessage(), line.getParameters()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      logger.removeHandler(this);
    }
  }
}
