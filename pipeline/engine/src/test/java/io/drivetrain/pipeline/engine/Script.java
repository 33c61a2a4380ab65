package io.drivetrain.pipeline.engine;

import io.drivetrain.pipeline.engine.output.StepOutput;
import io.drivetrain.pipeline.engine.step.Step;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** What the steps of the pipeline {@code scripted} do: succeed, unless a test says otherwise. */
@ApplicationScoped
public class Script {
  private final Map<String, Act> acts = new ConcurrentHashMap<>();

  /** What a step does. */
  @FunctionalInterface
  public interface Act {
    StepResult run(StepContext context) throws Exception;
  }

  /** A step that a test holds. */
  public record Hold(CountDownLatch runs, CountDownLatch go) {
    /** Returns when the step runs. */
    public void await() throws InterruptedException {
      runs.await();
    }

    /** Lets the step succeed. */
    public void letGo() {
      go.countDown();
    }
  }

  /** With a result of any fields. */
  public static StepResult succeeded(Map<String, Object> result) {
    return new StepResult.Succeeded(new ScriptedResult(result));
  }

  /** With a result of any fields. */
  public static StepResult rejected(String message, Map<String, Object> result) {
    return new StepResult.Rejected(message, new ScriptedResult(result));
  }

  public void clear() {
    acts.clear();
  }

  public void on(String kind, Act act) {
    acts.put(kind, act);
  }

  /** Holds a step until the test lets it go, or it is interrupted. */
  public Hold hold(String kind) {
    Hold hold = new Hold(new CountDownLatch(1), new CountDownLatch(1));
    on(
        kind,
        context -> {
          hold.runs().countDown();
          hold.go().await();
          return new StepResult.Succeeded();
        });
    return hold;
  }

  @Produces
  @Singleton
  Step first() {
    return new ScriptedStep("first");
  }

  @Produces
  @Singleton
  Step second() {
    return new ScriptedStep("second");
  }

  @Produces
  @Singleton
  Step last() {
    return new ScriptedStep("last");
  }

  @Produces
  @Singleton
  Step closing() {
    return new ScriptedStep("closing");
  }

  private final class ScriptedStep implements Step {
    private final String kind;

    ScriptedStep(String kind) {
      this.kind = kind;
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public StepOutput<ScriptedResult> output() {
      return ScriptedResult.OUTPUT;
    }

    @Override
    public StepResult run(StepContext context) throws Exception {
      Act succeed = any -> succeeded(Map.of("ran", kind));
      return acts.getOrDefault(kind, succeed).run(context);
    }
  }
}
