package io.drivetrain.registry.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint of MLflow's server.
 *
 * @param group heading that it stands under
 * @param reason why this server has none; empty where it has one
 */
record Endpoint(String group, String method, String path, String reason) {
  private static final String LIST = "/mlflow-endpoints.txt";
  private static final Pattern GROUP = Pattern.compile("\\[(.+)]");
  private static final Pattern ENTRY =
      Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (\\S+)(?: \\| (.+))?");

  static List<Endpoint> all() {
    var endpoints = new ArrayList<Endpoint>();
    var group = "";
    for (var line : lines()) {
      var heading = GROUP.matcher(line);
      var entry = ENTRY.matcher(line);
      if (heading.matches()) {
        group = heading.group(1);
      } else if (entry.matches()) {
        endpoints.add(of(group, entry));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        throw new IllegalStateException(LIST + ": cannot read '" + line + "'");
      }
    }
    return endpoints;
  }

  private static Endpoint of(String group, Matcher entry) {
    var reason = entry.group(3) == null ? "" : entry.group(3);
    return new Endpoint(group, entry.group(1), entry.group(2), reason);
  }

  private static List<String> lines() {
    try (var list = Endpoint.class.getResourceAsStream(LIST)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With something for each variable. */
  String examplePath() {
    return path.replaceAll("\\{[^}]+}", "probe");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
