package io.drivetrain.pipeline.engine.step;

import io.drivetrain.pipeline.engine.output.NoResult;
import java.util.Objects;

/**
 * What a step returns. An output is the record that the kind declares ({@link Step#output}), or
 * {@link NoResult}; it is at most 64 KiB of JSON.
 */
public sealed interface StepResult {

  /** It did its work. */
  record Succeeded(Record output) implements StepResult {
    public Succeeded {
      Objects.requireNonNull(output);
    }

    /** With nothing to hand on. */
    public Succeeded() {
      this(new NoResult());
    }
  }

  /** A gate rejected: the run ends REJECTED. The message says what to do. */
  record Rejected(String message, Record output) implements StepResult {
    public Rejected {
      Objects.requireNonNull(message);
      Objects.requireNonNull(output);
    }

    /** With nothing to hand on. */
    public Rejected(String message) {
      this(message, new NoResult());
    }
  }

  /** It failed, and a retry would not help. The message says what to do. */
  record Failed(String message) implements StepResult {
    public Failed {
      Objects.requireNonNull(message);
    }
  }
}
