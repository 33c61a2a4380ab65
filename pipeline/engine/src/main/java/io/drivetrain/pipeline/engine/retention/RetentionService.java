package io.drivetrain.pipeline.engine.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/** Deletes runs and logs after their retention time; only those that have ended. */
@ApplicationScoped
public class RetentionService {
  private static final Logger LOG = Logger.getLogger(RetentionService.class);
  private static final int RUNS_AT_ONCE = 100;
  private static final int CHUNKS_AT_ONCE = 500;

  private final RetentionRepository past;
  private final RetentionConfig config;
  private final MeterRegistry meters;

  RetentionService(RetentionRepository past, RetentionConfig config, MeterRegistry meters) {
    this.past = past;
    this.config = config;
    this.meters = meters;
  }

  /** Deletes all that is too old now, unless another replica is just doing so. */
  public void purge() {
    config.runs().ifPresent(age -> purge("runs", () -> deleteRuns(age)));
    config.logs().ifPresent(age -> purge("logs", () -> past.deleteLogs(age, CHUNKS_AT_ONCE)));
  }

  private int deleteRuns(Duration age) {
    List<UUID> runs = past.deleteRuns(age, RUNS_AT_ONCE);
    past.deleteMessages(runs);
    past.deleteBackfills(age);
    return runs.size();
  }

  private void purge(String what, IntSupplier batch) {
    int all = 0;
    int deleted;
    do {
      deleted =
          QuarkusTransaction.requiringNew().call(() -> past.isMyTurn() ? batch.getAsInt() : 0);
      meters.counter("drivetrain.pipeline.purged", "what", what).increment(deleted);
      all += deleted;
    } while (deleted > 0);
    if (all > 0) {
      LOG.infof("Deleted %d expired %s", all, what);
    }
  }
}
