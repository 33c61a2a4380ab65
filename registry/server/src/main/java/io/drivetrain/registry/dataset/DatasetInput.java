package io.drivetrain.registry.dataset;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.Tag;
import java.util.List;

/** A dataset as one run used it: the tag {@code mlflow.data.context} says what for. */
public record DatasetInput(List<Tag> tags, Dataset dataset) {
  private static final int MAX_TAG_KEY = 255;
  private static final int MAX_TAG_VALUE = 500;

  public DatasetInput {
    Fields.required("dataset", dataset);
    tags = tags == null ? List.of() : List.copyOf(tags);
    for (var tag : tags) {
      Fields.maxLength("key", tag.key(), MAX_TAG_KEY);
      Fields.maxLength("value", tag.value(), MAX_TAG_VALUE);
    }
  }
}
