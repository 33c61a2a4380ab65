package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.database.Database;
import java.time.Duration;

/** Registers this process as a live replica with its number of workers. */
final class ReplicaHeartbeat {
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private final Database database;
  private final ExecutionConfig config;
  private final String owner = Replica.current().owner();
  private long toldNanos;
  private boolean isTold;

  ReplicaHeartbeat(Database database, ExecutionConfig config) {
    this.database = database;
    this.config = config;
  }

  /** Writes the row once per heartbeat interval. */
  void tell() {
    if (isTold && System.nanoTime() - toldNanos < config.heartBeat().toNanos()) {
      return;
    }
    database.update(
        """
        insert into replica (owner, workers, alive_until)
        values (?, ?, clock_timestamp() + ? * interval '1 ms')
        on conflict (owner) do update set workers = excluded.workers, alive_until = excluded.alive_until
        """,
        owner,
        config.workers(),
        config.lease());
    database.update(
        "delete from replica where alive_until < clock_timestamp() - ? * interval '1 ms'",
        FORGOTTEN_AFTER);
    toldNanos = System.nanoTime();
    isTold = true;
  }

  void leave() {
    database.update("delete from replica where owner = ?", owner);
  }
}
