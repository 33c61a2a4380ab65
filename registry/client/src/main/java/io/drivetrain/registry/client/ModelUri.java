package io.drivetrain.registry.client;

/**
 * Address of a model: {@code models:/Name/3}, {@code models:/Name/Production}, {@code
 * models:/Name@champion}, {@code models:/Name/latest} or {@code runs:/<run id>/model}.
 */
public sealed interface ModelUri {

  /** {@code models:/Name/3} */
  record OfVersion(String name, String version) implements ModelUri {}

  /** {@code models:/Name/Production}: the highest version in that stage. */
  record OfStage(String name, Stage stage) implements ModelUri {}

  /** {@code models:/Name@champion} */
  record OfAlias(String name, String alias) implements ModelUri {}

  /** {@code models:/Name/latest}: the highest version that is ready. */
  record OfLatest(String name) implements ModelUri {}

  /** {@code runs:/<run id>/model}: files of a run, registered or not. */
  record OfRun(String runId, String path) implements ModelUri {}

  /**
   * @throws IllegalArgumentException naming what is wrong with the text
   */
  static ModelUri parse(String text) {
    return ModelUriParser.parse(text);
  }
}
