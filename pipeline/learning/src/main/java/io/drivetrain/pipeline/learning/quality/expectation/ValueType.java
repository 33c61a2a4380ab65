package io.drivetrain.pipeline.learning.quality.expectation;

import com.fasterxml.jackson.annotation.JsonValue;
import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the cells of a column can be read as, by the same rules as features are. */
public enum ValueType {
  NUMBERS(number(false)),
  INTEGERS(number(true)),
  BOOLEANS(new BooleanFeature(Schemas.NAME, Schemas.LABEL, null, true, null)),
  DATES(
      new DateFeature(
          Schemas.NAME,
          Schemas.LABEL,
          null,
          true,
          LocalDate.of(-9999, 1, 1),
          LocalDate.of(9999, 12, 31)));

  private final FeatureSchema schema;

  ValueType(Feature feature) {
    this.schema =
        new FeatureSchema(
            List.of(feature), new Target("nothing", Schemas.LABEL, "", "nothing"), List.of());
  }

  public boolean reads(String text) {
    return schema.read(Map.of(Schemas.NAME, text)).isUsable();
  }

  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Feature number(boolean integer) {
    return new NumericFeature(
        Schemas.NAME,
        Schemas.LABEL,
        null,
        true,
        "",
        integer,
        false,
        -Double.MAX_VALUE,
        Double.MAX_VALUE,
        null);
  }

  /** Constants of an enum cannot use its own static fields. */
  private static final class Schemas {
    private static final String NAME = "value";
    private static final Label LABEL = new Label("value", "value");
  }
}
