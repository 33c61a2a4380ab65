package io.drivetrain.pipeline.engine.step;

import java.util.Optional;

/**
 * Recognises that a service which steps use is away, which passes: a bean of whoever uses it. A
 * step that ends with such an error waits until the service answers, and no attempt is counted.
 */
public interface OutageSign {

  /**
   * @param error one of the causes of a step's error
   * @return which service is away and how that shows, in a sentence; empty for another error
   */
  Optional<String> outage(Throwable error);
}
