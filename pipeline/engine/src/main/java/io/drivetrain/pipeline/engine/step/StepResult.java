package io.drivetrain.pipeline.engine.step;

import io.drivetrain.pipeline.engine.output.NoResult;
import java.util.Objects;

/**
 * How a step ended by its own account. An output is the record that the kind declares ({@link
 * Step#output}), or {@link NoResult}; it is at most 64 KiB of JSON.
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

  /** A gate failed: the run ends REJECTED. The message tells a person what to do. */
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

  /** It cannot do its work, and another attempt would not help. The message tells what to do. */
  record Failed(String message) implements StepResult {
    public Failed {
      Objects.requireNonNull(message);
    }
  }
}
