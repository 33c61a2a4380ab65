package io.drivetrain.pipeline.engine.log;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The log of one attempt. Every method returns at once: lines wait in memory until {@link
 * AttemptLogs} writes them, and those that find no room are dropped.
 */
public final class AttemptLog implements AutoCloseable {
  private static final int BUFFER_BYTES = 256 * 1024;

  private final UUID runId;
  private final String step;
  private final long fence;
  private final LogMask mask;
  private final Clock clock;
  private final long limit;
  private final LogBuffer lines;
  private final ProgressLines progress = new ProgressLines();
  private long told;
  private long position;
  private LogChunk unwritten;
  private boolean closed;

  /** While it is open, what the thread logs goes into the log of an attempt. */
  @FunctionalInterface
  public interface Capture extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @param limit the most bytes that the step may log
   */
  AttemptLog(UUID runId, String step, long fence, LogMask mask, Clock clock, long limit) {
    this.runId = runId;
    this.step = step;
    this.fence = fence;
    this.mask = mask;
    this.clock = clock;
    this.limit = limit;
    this.lines = new LogBuffer(BUFFER_BYTES);
  }

  /**
   * From now on, what this thread logs goes here too, and what threads log that it starts. Threads
   * of pools that it shares with others, such as the common one, stay outside.
   */
  public Capture capture() {
    return LogCapture.of(this);
  }

  /** Lines of the engine, which have room even when the step has reached its limit. */
  public void info(String text) {
    add(LogLevel.INFO, text);
  }

  public void warn(String text) {
    add(LogLevel.WARN, text);
  }

  public void error(String text) {
    add(LogLevel.ERROR, text);
  }

  /** What the step reports of its progress; few of many such reports become lines. */
  public synchronized void progress(String text, double fraction) {
    progress
        .line(text, fraction, System.nanoTime())
        .ifPresent(line -> tell(clock.instant(), LogLevel.INFO, line));
  }

  /** Lines of the step, up to the limit. */
  synchronized void tell(Instant at, LogLevel level, String text) {
    if (closed || told > limit) {
      return;
    }
    byte[] line = LogLine.of(at, level, mask.apply(text));
    told += line.length;
    if (told <= limit) {
      lines.add(line);
      return;
    }
    warn(
        "The log is truncated here: an attempt may log %d bytes (drivetrain.log.limit)."
            .formatted(limit));
  }

  private synchronized void add(LogLevel level, String text) {
    if (!closed) {
      lines.add(LogLine.of(clock.instant(), level, mask.apply(text)));
    }
  }

  /** Closes the log; later lines are ignored. */
  @Override
  public synchronized void close() {
    closed = true;
  }

  /** What is to be written next: the same again until it is known to be written, or not to be. */
  synchronized Optional<LogChunk> next() {
    if (unwritten == null && (closed || !lines.isEmpty())) {
      byte[] content = lines.drain(this::notice);
      unwritten = new LogChunk(runId, step, fence, position, content, closed);
    }
    return Optional.ofNullable(unwritten);
  }

  synchronized void written(LogChunk chunk) {
    position += chunk.content().length;
    unwritten = null;
  }

  /** The database does not take it, and would not later. */
  synchronized void refused(LogChunk chunk) {
    lines.lost(chunk.content().length);
    unwritten = null;
  }

  private byte[] notice(long bytes) {
    return LogLine.of(
        clock.instant(),
        LogLevel.WARN,
        "%d bytes of the log are missing here: the database could not store them in time."
            .formatted(bytes));
  }
}
