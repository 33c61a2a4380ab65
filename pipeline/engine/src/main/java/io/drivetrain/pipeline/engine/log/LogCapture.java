package io.drivetrain.pipeline.engine.log;

import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Copies what a step logs into the log of its attempt. Threads that the step starts inherit it.
 * Traces stay in the log of the service: they speak of libraries and of places on its disk, and
 * everyone who may see a run reads the log of an attempt.
 */
final class LogCapture extends Handler {
  private static final InheritableThreadLocal<AttemptLog> CURRENT = new InheritableThreadLocal<>();

  private static final String CAUSE = " (the cause is in the log of the pipeline)";

  LogCapture() {
    setLevel(Level.INFO);
  }

  static AttemptLog.Capture of(AttemptLog log) {
    CURRENT.set(log);
    return CURRENT::remove;
  }

  @Override
  public void publish(LogRecord record) {
    AttemptLog log = CURRENT.get();
    if (log == null || !isLoggable(record)) {
      return;
    }
    try {
      log.tell(record.getInstant(), LogLevel.of(record.getLevel()), text(record));
    } catch (RuntimeException broken) { // a parameter that cannot be printed must not stop a step
      reportError("a record cannot be written", broken, ErrorManager.FORMAT_FAILURE);
    }
  }

  private static String text(LogRecord record) {
    String message = ExtLogRecord.wrap(record).getFormattedMessage();
    return record.getThrown() == null ? message : message + CAUSE;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
