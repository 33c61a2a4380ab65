package io.drivetrain.pipeline.learning.stump;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.models.bundle.BundleReader;
import io.drivetrain.models.bundle.Library;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading;
import io.drivetrain.pipeline.engine.catalog.DefinitionSchema;
import io.drivetrain.pipeline.engine.catalog.Definitions;
import io.drivetrain.pipeline.learning.RentPipeline;
import io.drivetrain.pipeline.learning.Rents;
import io.drivetrain.registry.client.memory.StoredRun;
import io.drivetrain.registry.client.source.ModelUri;
import io.drivetrain.registry.client.source.ResolvedModel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A trainer is added by its own package and its line in {@code META-INF/services}. */
class AddedTrainerTest {
  @RegisterExtension
  private final RentPipeline pipeline =
      new RentPipeline()
          .with("algorithm: gradient_boosting", "algorithm: test_stump")
          .with(
              "{name: train.trees, type: integer, default: 40, min: 1, max: 5000}",
              "{name: train.column, type: integer, default: 0}")
          .with("min: 0.6", "min: 0.1");

  @Test
  void standsInTheSchemaOfDefinitions() {
    JsonNode schema = DefinitionSchema.of(pipeline.steps());

    assertThat(schema.at("/properties/training/properties/algorithm/enum"))
        .extracting(JsonNode::asText)
        .contains("test_stump", "ridge", "gradient_boosting");
  }

  @Test
  void itsParametersAreCheckedWithTheDefinition() {
    DefinitionReading wrong =
        Definitions.reading(
            Rents.definition().replace("algorithm: gradient_boosting", "algorithm: test_stump"),
            pipeline.steps());

    assertThat(wrong.toString())
        .contains("there is no hyper-parameter 'train.trees'; known are train.column");
  }

  @Test
  void trainsAModelThatIsPromotedPredictsAndIsReported() {
    pipeline.start().runUntil("send_pipeline_report");

    StoredRun run = pipeline.registry().onlyRun();
    ResolvedModel champion =
        pipeline.models().resolve(new ModelUri.OfAlias("rent_predictor", "champion")).orElseThrow();
    ModelBundle bundle = BundleReader.read(pipeline.models().load(champion).files());
    JsonNode report = pipeline.registry().json(run, "pipeline_report.json");
    assertThat(bundle.provenance().algorithm()).isEqualTo("test_stump");
    assertThat(bundle.provenance().parameters()).isEqualTo(Map.of("column", "0"));
    assertThat(bundle.provenance().library()).isEqualTo(new Library("stumps", "1.2"));
    assertThat(((TreeEnsemble) bundle.estimator()).nodes()).isEqualTo(3);
    assertThat(value(bundle, 120)).isGreaterThan(value(bundle, 30));
    assertThat(run.params()).containsEntry("train.column", "0");
    assertThat(report.path("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(new String(pipeline.registry().file(run, "model_card.md"), StandardCharsets.UTF_8))
        .contains("test stump");
  }

  private static double value(ModelBundle bundle, int area) {
    var reading = bundle.schema().read(Map.of("city", "Rabat", "area", area));
    return bundle.predict(reading).asValue().value();
  }
}
