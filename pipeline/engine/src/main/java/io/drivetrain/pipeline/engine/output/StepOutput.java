package io.drivetrain.pipeline.engine.output;

import io.drivetrain.pipeline.api.step.Dataset;
import io.drivetrain.pipeline.api.step.StepLink;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a kind of step produces: the record, and what of it others show without knowing the kind.
 *
 * @param type of the result; Jackson writes it when the step ends and reads it for later steps,
 *     ignoring fields that it does not know
 * @param links what the result stands for outside of the pipeline
 * @param reads the data that the step has read
 * @param written the data that the step has written, with the other results of the run at hand
 */
public record StepOutput<T extends Record>(
    Class<T> type,
    Function<T, List<StepLink>> links,
    Function<T, List<Dataset>> reads,
    BiFunction<T, StepOutputs, List<Dataset>> written) {
  /** Of kinds that hand nothing on. */
  public static final StepOutput<NoResult> NONE = of(NoResult.class);

  public StepOutput {
    Objects.requireNonNull(type);
    Objects.requireNonNull(links);
    Objects.requireNonNull(reads);
    Objects.requireNonNull(written);
  }

  /** A record without links and datasets. */
  public static <T extends Record> StepOutput<T> of(Class<T> type) {
    return new StepOutput<>(
        type, result -> List.of(), result -> List.of(), (result, run) -> List.of());
  }

  public StepOutput<T> linking(Function<T, List<StepLink>> declared) {
    return new StepOutput<>(type, declared, reads, written);
  }

  public StepOutput<T> reading(Function<T, List<Dataset>> declared) {
    return new StepOutput<>(type, links, declared, written);
  }

  public StepOutput<T> writing(BiFunction<T, StepOutputs, List<Dataset>> declared) {
    return new StepOutput<>(type, links, reads, declared);
  }
}
