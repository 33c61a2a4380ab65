package io.drivetrain.pipeline.engine.log;

import io.drivetrain.database.DatabaseException;
import io.drivetrain.periodic.PeriodicTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * The logs of the attempts that this process runs. One thread writes the new lines of all of them
 * together, so that any replica can show them and a step never waits for it.
 */
@ApplicationScoped
public class AttemptLogs {
  private static final Logger ROOT = Logger.getLogger("");
  private static final org.jboss.logging.Logger LOG =
      org.jboss.logging.Logger.getLogger(AttemptLogs.class);
  private static final long SMALLEST_LIMIT = 64 * 1024;
  private static final long LARGEST_LIMIT = 64 * 1024 * 1024;

  private final LogRepository repository;
  private final LogMask mask;
  private final Clock clock;
  private final LogConfig config;
  private final Set<AttemptLog> open = ConcurrentHashMap.newKeySet();
  private final LogCapture capture = new LogCapture();
  private PeriodicTask flusher;

  AttemptLogs(LogRepository repository, LogMask mask, Clock clock, LogConfig config) {
    this.repository = repository;
    this.mask = mask;
    this.clock = clock;
    this.config = config;
  }

  /** Before the first step. */
  void start(@Observes @Priority(50) StartupEvent start) {
    long limit = config.limit().asLongValue();
    if (limit < SMALLEST_LIMIT || limit > LARGEST_LIMIT) {
      throw new IllegalStateException(
          "drivetrain.log.limit is %d bytes; it must be between 64K and 64M".formatted(limit));
    }
    ROOT.addHandler(capture);
    flusher = PeriodicTask.every(config.flush(), "log-flush", this::flush);
  }

  /** After the last step. */
  void stop(@Observes @Priority(3000) ShutdownEvent stop) {
    ROOT.removeHandler(capture);
    flusher.close();
    try {
      flush();
    } catch (DatabaseException unreachable) {
      LOG.warnf("The last log lines of the running steps are lost: %s", unreachable.getMessage());
    }
  }

  /**
   * Opens the log of a new attempt.
   *
   * @param fence of the claim: a worker that has lost its lease keeps a log of its own
   */
  public AttemptLog open(UUID runId, String step, long fence) {
    AttemptLog log = new AttemptLog(runId, step, fence, mask, clock, config.limit().asLongValue());
    open.add(log);
    return log;
  }

  /** Writes what is new, in one statement. */
  synchronized void flush() {
    Map<AttemptLog, LogChunk> chunks = new LinkedHashMap<>();
    open.forEach(log -> log.next().ifPresent(chunk -> chunks.put(log, chunk)));
    if (chunks.isEmpty()) {
      return;
    }
    try {
      repository.write(chunks.values());
      chunks.forEach(AttemptLog::written);
    } catch (DatabaseException refused) {
      if (refused.isUnreachable()) {
        throw refused;
      }
      LOG.errorf("Logs cannot be stored in the database: %s", refused.getMessage());
      chunks.forEach(AttemptLog::refused);
    }
    chunks.forEach((log, chunk) -> {
      if (chunk.isLast()) {
        open.remove(log);
      }
    });
  }
}
