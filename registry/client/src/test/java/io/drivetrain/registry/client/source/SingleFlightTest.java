package io.drivetrain.registry.client.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.drivetrain.registry.client.http.RegistryClientException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
  private final SingleFlight<String, String> flights = new SingleFlight<>();

  @Test
  void letsManyCallersShareOneRead() throws InterruptedException {
    AtomicInteger reads = new AtomicInteger();
    CountDownLatch slow = new CountDownLatch(1);
    List<String> results = new CopyOnWriteArrayList<>();
    List<Thread> callers =
        IntStream.range(0, 20)
            .mapToObj(i ->
                Thread.ofPlatform()
                    .start(() -> results.add(flights.join("cars", () -> readSlowly(reads, slow)))))
            .toList();

    await().until(() -> callers.stream().allMatch(it -> it.getState() == Thread.State.WAITING));
    slow.countDown();
    for (Thread caller : callers) {
      caller.join();
    }

    assertThat(results).hasSize(20).containsOnly("read");
    assertThat(reads).hasValue(1);
  }

  @Test
  void readsAnewWhenNobodyIsReading() {
    flights.join("cars", () -> "old");

    assertThat(flights.join("cars", () -> "new")).isEqualTo("new");
  }

  @Test
  void forgetsAReadThatFailed() {
    assertThatThrownBy(() ->
            flights.join(
                "cars",
                () -> {
                  throw RegistryClientException.missing("gone");
                }))
        .hasMessage("gone");

    assertThat(flights.join("cars", () -> "back")).isEqualTo("back");
  }

  private static String readSlowly(AtomicInteger reads, CountDownLatch slow) {
    reads.incrementAndGet();
    try {
      slow.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return "read";
  }
}
