package io.drivetrain.webui.prediction;

import io.drivetrain.access.problem.FieldError;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.models.schema.RowReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Answers rows with the model in production. */
@ApplicationScoped
public class PredictionService {
  private final ProductionModel production;
  private final PredictionConfig config;

  PredictionService(ProductionModel production, PredictionConfig config) {
    this.production = production;
    this.config = config;
  }

  /**
   * One answer for each row, all by the same model.
   *
   * @param freeText values outside the lists are taken as they are; if not, a value is read as the
   *     one that it begins, and where several may be meant the row is refused
   * @throws PredictionException 503 without a model, 422 naming every wrong field of every row
   */
  List<Answer> predict(PredictionRequest request, boolean freeText) {
    ServingState state = production.state();
    ServedModel model = state.model().orElseThrow(() -> noModel(state));
    FeatureSchema schema = model.bundle().schema();
    List<RowReading> readings =
        request.rows().stream()
            .map(row -> freeText ? schema.read(row) : schema.interpret(row))
            .toList();
    refuseWrong(readings, request.array());
    return readings.stream()
        .map(reading -> Answer.of(model, model.bundle().predict(reading)))
        .toList();
  }

  private static void refuseWrong(List<RowReading> readings, boolean array) {
    List<FieldError> wrong = new ArrayList<>();
    for (int row = 0; row < readings.size(); row++) {
      for (FieldIssue issue : readings.get(row).errors()) {
        wrong.add(
            FieldError.ofRow(
                issue.field(), issue.code().name(), issue.message(), array ? row : null));
      }
    }
    if (!wrong.isEmpty()) {
      throw PredictionException.wrongFields(wrong);
    }
  }

  private PredictionException noModel(ServingState state) {
    return PredictionException.noModel(
        switch (state) {
          case ServingState.Starting() ->
              "The model registry has not answered yet; /health/ready says more. Try again soon.";
          case ServingState.Unloadable(ServingState.FailedLoad failed) ->
              "Version %s is in production but cannot be loaded; /health/ready says why."
                  .formatted(failed.version());
          case ServingState.NoModel(),
              ServingState.Serving(_),
              ServingState.ServingPrevious(_, _) ->
              "No model is in production yet: trigger the pipeline with POST "
                  + config.trainingUri();
        });
  }
}
