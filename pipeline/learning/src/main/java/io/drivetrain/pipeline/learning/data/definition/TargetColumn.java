package io.drivetrain.pipeline.learning.data.definition;

import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import java.util.List;

/** The column of the target, as a definition tells how to read it. */
public sealed interface TargetColumn {

  String name();

  Label label();

  String source();

  String unit();

  /**
   * A number.
   *
   * @param feature by whose rules it is read, so that a price is read as a mileage is
   */
  record Number(NumericFeature feature) implements TargetColumn {
    @Override
    public String name() {
      return feature.name();
    }

    @Override
    public Label label() {
      return feature.label();
    }

    @Override
    public String source() {
      return feature.source();
    }

    @Override
    public String unit() {
      return feature.unit();
    }
  }

  /**
   * A class.
   *
   * @param source header of the column
   * @param labels none: those of the data
   */
  record Classes(String name, Label label, String source, List<String> labels)
      implements TargetColumn {
    public Classes {
      source = source == null ? name : source;
    }

    @Override
    public String unit() {
      return "";
    }
  }

  /** What the data tells. */
  record Open(String name, Label label, String source) implements TargetColumn {
    public Open {
      source = source == null ? name : source;
    }

    @Override
    public String unit() {
      return "";
    }
  }
}
