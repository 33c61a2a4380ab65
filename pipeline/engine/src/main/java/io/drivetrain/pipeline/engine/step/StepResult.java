package io.drivetrain.pipeline.engine.step;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** How a step ended by its own account. An output is at most 64 KiB of JSON. */
public sealed interface StepResult {

  /** It did its work. */
  record Succeeded(Map<String, Object> output) implements StepResult {
    public Succeeded {
      output = copy(output);
    }
  }

  /** A gate said no: the run ends REJECTED. The message tells a person what to do. */
  record Rejected(String message, Map<String, Object> output) implements StepResult {
    public Rejected {
      Objects.requireNonNull(message);
      output = copy(output);
    }
  }

  /** It cannot do its work, and another try would not help. The message tells what to do. */
  record Failed(String message) implements StepResult {
    public Failed {
      Objects.requireNonNull(message);
    }
  }

  private static Map<String, Object> copy(Map<String, Object> output) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(output));
  }
}
