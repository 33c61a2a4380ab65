package io.drivetrain.pipeline.engine.log;

import io.drivetrain.pipeline.engine.catalog.DefinitionConfig;
import io.drivetrain.pipeline.engine.parameter.DataConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Masks what must not appear in logs: values of secret settings, credentials in URLs, and local
 * paths.
 */
@ApplicationScoped
class LogMask {
  private static final String MASK = "***";

  /** Settings and environment variables whose values are nobody's business. */
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i).*(password|secret|token|credentials?|private[-_.]?key|api[-_.]?key|access[-_.]?key)\"?");

  /** Shorter values are words that stand in any text: "true", "none". */
  private static final int SHORTEST_SECRET = 6;

  private static final Pattern IN_ADDRESS =
      Pattern.compile(
          "(?<=://)[^/\\s@:]+:[^/\\s@]+(?=@)|(?i)(?<=\\b(?:password|secret|token|api_key)=)[^\\s&;,\"']+");

  private final Map<String, String> replacements =
      new TreeMap<>(
          Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
  private final Pattern known;

  @Inject
  LogMask(Config config, DataConfig data, DefinitionConfig definitions) {
    this(
        secrets(config),
        folders(
            Map.of(
                "<data>", data.folder(),
                "<definitions>", definitions.folder(),
                "<temporary>", Path.of(System.getProperty("java.io.tmpdir")),
                "<home>", Path.of(System.getProperty("user.home")),
                "<here>", Path.of(""))));
  }

  /**
   * @param secrets values that are masked where they stand alone
   * @param folders what to write in place of a path, by path
   */
  LogMask(Collection<String> secrets, Map<String, String> folders) {
    secrets.stream()
        .filter(secret -> secret.length() >= SHORTEST_SECRET)
        .forEach(secret -> replacements.put(secret, MASK));
    folders.forEach((folder, name) -> {
      if (folder.length() > 1) {
        replacements.putIfAbsent(folder, name);
      }
    });
    this.known =
        Pattern.compile(
            replacements.keySet().stream()
                .map(text -> "(?<!\\w)" + Pattern.quote(text) + "(?!\\w)")
                .reduce((one, other) -> one + "|" + other)
                .orElse("(?!)"));
  }

  /** The text as it may be shown. */
  String apply(String text) {
    String masked = IN_ADDRESS.matcher(text).replaceAll(MASK);
    return known
        .matcher(masked)
        .replaceAll(found -> Matcher.quoteReplacement(replacements.get(found.group())));
  }

  private static List<String> secrets(Config config) {
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> SECRET_NAME.matcher(name).matches())
        .map(name -> config.getConfigValue(name).getValue())
        .filter(value -> value != null)
        .distinct()
        .toList();
  }

  /** As they are configured and as they really are: a file is opened behind its symbolic links. */
  private static Map<String, String> folders(Map<String, Path> named) {
    Map<String, String> folders = new HashMap<>();
    named.forEach((name, folder) -> {
      folders.put(folder.toAbsolutePath().normalize().toString(), name);
      try {
        folders.put(folder.toRealPath().toString(), name);
      } catch (IOException missing) {
        return; // nothing is opened in it either
      }
    });
    return folders;
  }
}
