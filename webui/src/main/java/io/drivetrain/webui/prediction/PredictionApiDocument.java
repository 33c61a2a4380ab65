package io.drivetrain.webui.prediction;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.TextFeature;
import io.quarkus.arc.Arc;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Describes the body of POST /predict in /openapi as the model in production has it now, with its
 * own example filled in. Without a model a row is any object.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class PredictionApiDocument implements OASFilter {
  private static final String ROW = "PredictionRow";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Operation predict = document.getPaths().getPathItem("/predict").getPOST();
    describeProblems(predict);
    MediaType body = predict.getRequestBody().getContent().getMediaType("application/json");
    body.setSchema(oneOrMany());
    Optional<ModelBundle> bundle = production().model().map(ServedModel::bundle);
    document
        .getComponents()
        .addSchema(ROW, bundle.map(model -> row(model.schema())).orElseGet(() -> anyRow()));
    bundle.ifPresent(model -> addExamples(body, model.inputExample()));
  }

  /** Whatever goes wrong, the answer has one form. */
  private static void describeProblems(Operation predict) {
    predict.getResponses().getAPIResponses().values().stream()
        .map(response -> response.getContent().getMediaType(Problem.MEDIA_TYPE))
        .filter(Objects::nonNull)
        .forEach(problem -> problem.setSchema(OASFactory.createSchema().ref("Problem")));
  }

  /** A filter is no bean. */
  private static ProductionModel production() {
    return Arc.container().select(ProductionModel.class).get();
  }

  private static void addExamples(MediaType body, Object row) {
    body.addExample("row", OASFactory.createExample().summary("One row").value(row));
    body.addExample("rows", OASFactory.createExample().summary("Rows").value(List.of(row, row)));
  }

  private static Schema oneOrMany() {
    Schema row = OASFactory.createSchema().ref(ROW);
    Schema rows = OASFactory.createSchema().addType(SchemaType.ARRAY).items(row);
    return OASFactory.createSchema().addOneOf(row).addOneOf(rows);
  }

  private static Schema anyRow() {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description("There is no model in production yet.");
  }

  private static Schema row(FeatureSchema features) {
    Schema row = OASFactory.createSchema().addType(SchemaType.OBJECT);
    for (Feature feature : features.features()) {
      row.addProperty(feature.name(), property(feature).description(describe(feature)));
      if (feature.required()) {
        row.addRequired(feature.name());
      }
    }
    return row;
  }

  private static String describe(Feature feature) {
    String unit =
        feature instanceof NumericFeature number && !number.unit().isEmpty()
            ? " in " + number.unit()
            : "";
    return "%s%s; also as \"%s\""
        .formatted(feature.label().in(Locale.ENGLISH), unit, feature.source());
  }

  private static Schema property(Feature feature) {
    Schema property = OASFactory.createSchema();
    return switch (feature) {
      case NumericFeature number ->
          property
              .addType(number.integer() ? SchemaType.INTEGER : SchemaType.NUMBER)
              .minimum(BigDecimal.valueOf(number.min()))
              .maximum(BigDecimal.valueOf(number.max()));
      case CategoricalFeature choice -> values(property.addType(SchemaType.STRING), choice);
      case BooleanFeature _ -> property.addType(SchemaType.BOOLEAN);
      case TextFeature text -> property.addType(SchemaType.STRING).maxLength(text.maxLength());
      case DateFeature _ -> property.addType(SchemaType.STRING).format("date");
    };
  }

  /** An open feature takes other values too, so that its list is no enumeration. */
  private static Schema values(Schema property, CategoricalFeature choice) {
    return choice.open() || choice.values().isEmpty()
        ? property
        : property.enumeration(List.copyOf(choice.values()));
  }
}
