package io.drivetrain.pipeline.api.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of collections; one that a document does not have is empty. */
final class Absent {
  private Absent() {}

  static <T> List<T> orCopy(List<T> read) {
    return read == null ? List.of() : List.copyOf(read);
  }

  /** In the same order. */
  static <V> Map<String, V> orCopy(Map<String, V> read) {
    return read == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(read));
  }
}
