package io.drivetrain.pipeline.server.survey;

import io.drivetrain.pipeline.api.step.Dataset;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.api.step.StepLink;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.output.StepOutput;
import io.drivetrain.pipeline.engine.step.Step;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Kind {@code survey}, as somebody adds one: nothing outside of this folder knows it. */
@Alternative
@ApplicationScoped
class SurveyStep implements Step {
  @Override
  public String kind() {
    return "survey";
  }

  @Override
  public StepLabel label() {
    return new StepLabel("Ask people", "Interroger des personnes");
  }

  @Override
  public Set<DefinitionSection<?>> sections() {
    return Set.of(SurveySpec.SECTION);
  }

  @Override
  public StepOutput<SurveyResult> output() {
    return StepOutput.of(SurveyResult.class)
        .linking(result ->
            List.of(StepLink.of("survey", result.survey(), new StepLabel("Survey", "Enquête"))))
        .reading(result -> List.of(new Dataset("people", "panel", Optional.of("2026"))))
        .writing(
            (result, run) -> List.of(new Dataset("surveys", result.survey(), Optional.empty())));
  }

  @Override
  public StepResult run(StepContext context) {
    int people = context.definition().section(SurveySpec.SECTION).people();
    return new StepResult.Succeeded(new SurveyResult("s-12", people));
  }
}
