package io.drivetrain.access.secret;

import io.smallrye.config.EnvConfigSource;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Passwords of any characters: the variables {@code *_PASSWORD}, {@code *_SECRET} and {@code *_KEY}
 * of the environment, taken as they are. Without it {@code ${} in a password would name another
 * setting, and {@code $$} would be one character.
 */
public final class VerbatimSecrets extends EnvConfigSource {
  private static final long serialVersionUID = 1L;

  /** Just above the environment itself. */
  private static final int ORDINAL = 301;

  private static final String SECRET = "[A-Z0-9_]+_(PASSWORD|SECRET|KEY)";

  /** Of this process. */
  public VerbatimSecrets() {
    this(System.getenv());
  }

  VerbatimSecrets(Map<String, String> environment) {
    super(escaped(environment), ORDINAL);
  }

  private static Map<String, String> escaped(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(variable -> variable.getKey().matches(SECRET))
        .collect(Collectors.toMap(Map.Entry::getKey, variable -> escaped(variable.getValue())));
  }

  /** A backslash before a dollar would escape it: it becomes the default of a missing setting. */
  private static String escaped(String value) {
    return value.replace("$", "$$").replace("\\$$", "${drivetrain.none:\\}$$");
  }
}
