package io.drivetrain.webui.comparison.ui;

import io.drivetrain.webui.comparison.RunChoice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads from an address which runs to compare: {@code runs=ID,ID}, or {@code
 * experiment=ID&filter=...&limit=N} for many.
 */
final class RunChoices {
  static final String RUNS = "runs";
  static final String EXPERIMENT = "experiment";
  static final String FILTER = "filter";
  static final String LIMIT = "limit";

  private RunChoices() {}

  /** Empty when the address names no runs. */
  static Optional<RunChoice> in(Choices choices) {
    List<String> ids = parts(choices.all(RUNS));
    if (!ids.isEmpty()) {
      return Optional.of(new RunChoice.ByIds(ids));
    }
    List<String> experiments = parts(choices.all(EXPERIMENT));
    return experiments.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RunChoice.ByFilter(
                experiments,
                choices.one(FILTER).orElse(""),
                choices.one(LIMIT).map(RunChoices::number).orElse(RunChoice.MAX_RUNS)));
  }

  private static List<String> parts(List<String> values) {
    return values.stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : RunChoice.MAX_RUNS;
  }
}
