package io.drivetrain.registry.client.source;

import io.drivetrain.registry.client.artifact.ArtifactPath;
import io.drivetrain.registry.client.model.Stage;
import java.util.regex.Pattern;

/** Reads a {@link ModelUri}; each refusal says which part is wrong. */
final class ModelUriParser {
  private static final String MODELS = "models:/";
  private static final String RUNS = "runs:/";
  private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,17}");
  private static final Pattern ALIAS = Pattern.compile("[\\w-]{1,255}");
  private static final Pattern LOGGED_MODEL = Pattern.compile("m-[0-9a-f]{32}");
  private static final Pattern RUN_ID = Pattern.compile("[0-9a-fA-F]{32}");

  private final String text;

  private ModelUriParser(String text) {
    this.text = text;
  }

  static ModelUri parse(String text) {
    ModelUriParser parser = new ModelUriParser(text);
    if (text.startsWith(MODELS)) {
      return parser.registered(text.substring(MODELS.length()));
    }
    if (text.startsWith(RUNS)) {
      return parser.ofRun(text.substring(RUNS.length()));
    }
    throw parser.refused("it must start with models:/ or runs:/");
  }

  private ModelUri registered(String rest) {
    if (LOGGED_MODEL.matcher(rest).matches()) {
      return new ModelUri.OfLoggedModel(rest);
    }
    int slash = rest.indexOf('/');
    int at = rest.lastIndexOf('@');
    if (slash < 0 && at < 0) {
      throw refused("a version, a stage or an alias must follow the name: models:/Name/3");
    }
    if (slash < 0) {
      return ofAlias(name(rest.substring(0, at)), rest.substring(at + 1));
    }
    return ofVersionOrStage(name(rest.substring(0, slash)), rest.substring(slash + 1));
  }

  private ModelUri ofAlias(String name, String alias) {
    if (!ALIAS.matcher(alias).matches()) {
      throw refused("alias '%s' must be 1 to 255 letters, digits, '_' or '-'".formatted(alias));
    }
    return new ModelUri.OfAlias(name, alias);
  }

  private ModelUri ofVersionOrStage(String name, String selector) {
    if (VERSION.matcher(selector).matches()) {
      return new ModelUri.OfVersion(name, selector);
    }
    if (selector.equalsIgnoreCase("latest")) {
      return new ModelUri.OfLatest(name);
    }
    for (Stage stage : Stage.values()) {
      if (stage.wireName().equalsIgnoreCase(selector)) {
        return new ModelUri.OfStage(name, stage);
      }
    }
    throw refused(
        "'%s' is neither a version number, nor latest, nor a stage (None, Staging, Production, Archived)"
            .formatted(selector));
  }

  private ModelUri ofRun(String rest) {
    int slash = rest.indexOf('/');
    if (slash < 0 || slash == rest.length() - 1) {
      throw refused("the path of the model must follow the run id: runs:/<run id>/model");
    }
    String runId = rest.substring(0, slash);
    if (!RUN_ID.matcher(runId).matches()) {
      throw refused("run id '%s' must be 32 hexadecimal digits".formatted(runId));
    }
    return new ModelUri.OfRun(runId, path(rest.substring(slash + 1)));
  }

  private String name(String name) {
    if (name.isBlank() || name.contains(":") || name.chars().anyMatch(Character::isISOControl)) {
      throw refused("the model's name must be text without '/', ':' and control characters");
    }
    return name;
  }

  private String path(String path) {
    try {
      return new ArtifactPath(path).text();
    } catch (IllegalArgumentException climbing) {
      throw refused(climbing.getMessage());
    }
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("Model URI '%s' is not usable: %s".formatted(text, why));
  }
}
