package io.drivetrain.registry.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What MLflow has for applications of language models and this server has not, in words. */
final class AbsentFeature {
  private static final Pattern PATH =
      Pattern.compile("/(?:ajax-)?api/[23]\\.0/mlflow/([a-z-]+)(?:/.*)?");
  private static final Pattern ASSESSMENT = Pattern.compile(".*/mlflow/traces/[^/]+/assessments.*");

  private static final Map<String, String> WORDS =
      Map.of(
          "scorers", "no scorers",
          "gateway", "no gateway to language models",
          "gateway-proxy", "no gateway to language models",
          "issues", "no issues of traces",
          "label-schemas", "no label schemas",
          "review-queues", "no review queues",
          "prompt-optimization", "no optimization of prompts",
          "jobs", "no jobs of language models",
          "workspaces", "no workspaces: one server is one workspace",
          "traces", "no such part of traces");

  private AbsentFeature() {}

  /** Empty for a path that is none of MLflow's. */
  static Optional<String> in(String path) {
    if (path == null) {
      return Optional.empty();
    }
    if (ASSESSMENT.matcher(path).matches()) {
      return Optional.of("This registry keeps no assessments of traces.");
    }
    var feature = PATH.matcher(path);
    return feature.matches()
        ? Optional.ofNullable(WORDS.get(feature.group(1)))
            .map(words -> "This registry has " + words + ".")
        : Optional.empty();
  }
}
