package io.drivetrain.embedded.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {
  @TempDir Path folder;

  private final AtomicInteger starts = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();
  private final CompletableFuture<String> end = new CompletableFuture<>();
  private Keeper keeper;

  @AfterEach
  void close() {
    keeper.close();
  }

  @Test
  void goesOnWatchingAfterAnUnforeseenError() {
    ServiceFile file = new ServiceFile("fake", folder.resolve("fake.start"), Map.of());

    keeper =
        new Keeper(
            file,
            new Fake(),
            new ServiceRecord(file),
            Optional.empty(),
            () -> Duration.ofSeconds(1));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(Files.readString(folder.resolve("fake.pid"))).contains("state=running"));
    assertThat(starts).hasValue(1);
    assertThat(looks).hasValue(2);
  }

  /** Cannot be asked the first time. */
  private final class Fake implements Service, Running {
    @Override
    public Running start() {
      starts.incrementAndGet();
      return this;
    }

    @Override
    public Optional<Running> adopt() {
      return Optional.empty();
    }

    @Override
    public long pid() {
      return ProcessHandle.current().pid();
    }

    @Override
    public CompletableFuture<String> onEnd() {
      return end;
    }

    @Override
    public boolean isReady() {
      if (looks.incrementAndGet() == 1) {
        throw new IllegalStateException("nobody has foreseen this");
      }
      return true;
    }

    @Override
    public boolean isOpen() {
      return !end.isDone();
    }

    @Override
    public void stop(Duration patience) {
      end.complete("stopped");
    }
  }
}
