package io.drivetrain.webui.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The experiments that a table is about.
 *
 * @param names by id
 */
public record RunScope(Map<String, String> names) {
  public static final RunScope NONE = new RunScope(Map.of());

  public RunScope {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  public List<String> ids() {
    return List.copyOf(names.keySet());
  }

  public boolean hasSeveral() {
    return names.size() > 1;
  }
}
