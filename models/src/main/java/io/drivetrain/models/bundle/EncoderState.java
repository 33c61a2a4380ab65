package io.drivetrain.models.bundle;

import io.drivetrain.models.encoding.Column;
import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.encoding.TargetTransform;
import io.drivetrain.models.schema.FeatureSchema;
import java.util.List;
import java.util.Objects;

/** The encoder as its file holds it: without the schema, which has a file of its own. */
record EncoderState(TargetTransform target, List<Column> columns) {

  EncoderState {
    if (target == null || columns == null || columns.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("an encoder needs a target and columns");
    }
  }

  static EncoderState of(Encoder encoder) {
    return new EncoderState(encoder.target(), encoder.columns());
  }

  Encoder encoder(FeatureSchema schema) {
    return new Encoder(schema, columns, target);
  }
}
