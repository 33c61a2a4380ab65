package io.drivetrain.periodic;

import org.jboss.logging.Logger;

/** Logs that a task began to fail and that it works again: an outage of an hour is two lines. */
final class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class);

  private final String task;
  private boolean failing;

  Failures(String task) {
    this.task = task;
  }

  synchronized void happened(Throwable error) {
    if (!failing) {
      LOG.errorf(error, "%s failed; it is repeated until it works.", task);
    }
    failing = true;
  }

  synchronized void over() {
    if (failing) {
      LOG.infof("%s works again.", task);
    }
    failing = false;
  }
}
