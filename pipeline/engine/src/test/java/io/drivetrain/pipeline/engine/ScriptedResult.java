package io.drivetrain.pipeline.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import io.drivetrain.pipeline.api.promotion.VersionedResult;
import io.drivetrain.pipeline.api.step.Dataset;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.api.step.StepLink;
import io.drivetrain.pipeline.api.tracking.TrackedResult;
import io.drivetrain.pipeline.engine.output.StepOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a scripted step produces: whatever a test wants. Some fields are links and datasets. */
record ScriptedResult(@JsonValue Map<String, Object> fields)
    implements TrackedResult, VersionedResult {
  static final StepOutput<ScriptedResult> OUTPUT =
      StepOutput.of(ScriptedResult.class)
          .linking(ScriptedResult::links)
          .reading(ScriptedResult::read)
          .writing((result, run) -> result.written());

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  ScriptedResult {}

  @Override
  @JsonIgnore
  public Optional<String> mlflowRunId() {
    return text("mlflowRunId");
  }

  @Override
  @JsonIgnore
  public Optional<String> modelVersion() {
    return text("modelVersion");
  }

  private List<StepLink> links() {
    return Stream.of("mlflowRunId", "modelVersion", "dataHash")
        .flatMap(
            name -> text(name).map(value -> StepLink.of(name, value, StepLabel.of(name))).stream())
        .toList();
  }

  private List<Dataset> read() {
    return text("data").map(file -> new Dataset("file", file, text("dataHash"))).stream().toList();
  }

  private List<Dataset> written() {
    return mlflowRunId()
        .map(id -> "runs:/" + id + "/" + text("modelPath").orElse("model"))
        .map(name -> new Dataset("mlflow", name, modelVersion()))
        .stream()
        .toList();
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(fields.get(name)).map(Object::toString);
  }
}
