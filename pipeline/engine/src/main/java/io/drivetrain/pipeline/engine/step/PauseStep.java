package io.drivetrain.pipeline.engine.step;

import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;

/**
 * Waits, and does nothing else: to give another system time between two steps, to try a definition
 * out, and to measure the engine.
 */
@ApplicationScoped
class PauseStep implements Step {
  private static final Duration BETWEEN_REPORTS = Duration.ofMillis(250);

  @Override
  public String kind() {
    return "pause";
  }

  @Override
  public StepLabel label() {
    return StepLabel.of("Pause");
  }

  @Override
  public Set<DefinitionSection<?>> sections() {
    return Set.of(PauseSpec.SECTION);
  }

  @Override
  public boolean reads(String parameter) {
    return false;
  }

  @Override
  public StepResult run(StepContext context) throws InterruptedException {
    Duration time = context.definition().section(PauseSpec.SECTION).time();
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      context.progress().report("pausing", 1 - (double) left / time.toNanos());
      Thread.sleep(Duration.ofNanos(Math.min(left, BETWEEN_REPORTS.toNanos())));
    }
    return new StepResult.Succeeded();
  }
}
