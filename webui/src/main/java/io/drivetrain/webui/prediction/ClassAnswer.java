package io.drivetrain.webui.prediction;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.drivetrain.models.prediction.Prediction;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What POST /predict answers for one row with a model of classes.
 *
 * @param id of this prediction
 * @param model name of the registered model
 * @param version of the model that answered
 * @param stage of that version at the time
 * @param label the class with the greatest probability
 * @param probabilities of all classes, 0 to 1, together 1
 * @param warnings what a caller should know of the row
 */
public record ClassAnswer(
    @Schema(format = "uuid") String id,
    @Schema(examples = "review_sentiment") String model,
    @Schema(examples = "3") String version,
    @Schema(examples = "Production") String stage,
    @JsonProperty("class") @Schema(name = "class", examples = "positive") String label,
    Map<String, Double> probabilities,
    List<PredictionAnswer.Warning> warnings)
    implements Answer {

  static ClassAnswer of(ServedModel model, Prediction.Classes prediction) {
    return new ClassAnswer(
        UUID.randomUUID().toString(),
        model.name(),
        model.version(),
        model.stage(),
        prediction.label(),
        prediction.probabilities(),
        prediction.warnings().stream().map(PredictionAnswer.Warning::of).toList());
  }
}
