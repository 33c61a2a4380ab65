package io.drivetrain.webui.prediction;

import io.drivetrain.models.prediction.Interval;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.FieldIssue;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What POST /predict answers for one row.
 *
 * @param id of this prediction
 * @param model name of the registered model
 * @param version of the model that answered
 * @param stage of that version at the time
 */
public record PredictionAnswer(
    @Schema(format = "uuid") String id,
    @Schema(examples = "car_price_predictor") String model,
    @Schema(examples = "3") String version,
    @Schema(examples = "Production") String stage,
    Estimate prediction)
    implements Answer {

  /**
   * @param value in {@code unit}, not rounded
   * @param interval holds the true value with the probability {@code coverage}, as measured on rows
   *     that the model had not seen
   */
  @Schema(name = "Prediction")
  public record Estimate(
      double value,
      @Schema(examples = "MAD") String unit,
      Interval interval,
      List<Warning> warnings) {}

  /** A field that was accepted although the model knows little about such a value. */
  @Schema(name = "PredictionWarning")
  public record Warning(
      @Schema(examples = "model") String field,
      @Schema(examples = "UNSEEN_VALUE") String code,
      String message) {

    static Warning of(FieldIssue issue) {
      return new Warning(issue.field(), issue.code().name(), issue.message());
    }
  }

  static PredictionAnswer of(ServedModel model, Prediction.Value prediction) {
    return new PredictionAnswer(
        UUID.randomUUID().toString(),
        model.name(),
        model.version(),
        model.stage(),
        new Estimate(
            prediction.value(),
            prediction.unit(),
            prediction.interval(),
            prediction.warnings().stream().map(Warning::of).toList()));
  }
}
