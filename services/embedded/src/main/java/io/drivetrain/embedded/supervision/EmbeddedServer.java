package io.drivetrain.embedded.supervision;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Postgres or Redis, started from the programs that the stack brings. */
final class EmbeddedServer implements Service {
  private final Supplier<Started> start;

  /**
   * @param start returns when the server answers; stops the one that an earlier supervisor left
   */
  EmbeddedServer(Supplier<Started> start) {
    this.start = start;
  }

  /**
   * A server that answers.
   *
   * @param exit its exit code, when it has ended
   * @param close ends it in good order, and waits
   */
  record Started(long pid, CompletableFuture<Integer> exit, Runnable close) {}

  @Override
  public Running start() {
    Started started = start.get();
    return new Server(started, started.exit().thenApply(EndOfProcess::describe));
  }

  /** Never: settings and ports are always those of this start. */
  @Override
  public Optional<Running> adopt() {
    return Optional.empty();
  }

  private record Server(Started started, CompletableFuture<String> onEnd) implements Running {
    @Override
    public long pid() {
      return started.pid();
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public boolean isOpen() {
      return !onEnd.isDone();
    }

    /** Each server knows how long its good order takes. */
    @Override
    public void stop(Duration patience) {
      started.close().run();
    }
  }
}
