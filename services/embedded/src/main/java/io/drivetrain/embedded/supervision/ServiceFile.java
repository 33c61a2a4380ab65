package io.drivetrain.embedded.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The wish that a service runs: {@code run/NAME.start}, written by {@code scripts/start-stack.sh}.
 * It begins with facts, {@code #fact port=5000}; the rest is the script that becomes the process.
 * Files with other facts are other wishes.
 *
 * @param name of the service
 * @param script the file
 * @param facts by name, in the order of the file
 */
record ServiceFile(String name, Path script, Map<String, String> facts) {
  static final String SUFFIX = ".start";
  private static final String FACT = "#fact ";

  /** Lower ones are stopped later. */
  int order() {
    return Integer.parseInt(facts.getOrDefault("order", "0"));
  }

  int port() {
    return Integer.parseInt(facts.get("port"));
  }

  String address() {
    return facts.getOrDefault("address", "127.0.0.1");
  }

  static ServiceFile read(Path script) throws IOException {
    String file = script.getFileName().toString();
    Map<String, String> facts = new LinkedHashMap<>();
    try (Stream<String> lines = Files.lines(script)) {
      lines
          .takeWhile(line -> line.startsWith("#"))
          .filter(line -> line.startsWith(FACT))
          .map(line -> line.substring(FACT.length()).split("=", 2))
          .forEach(fact -> facts.put(fact[0], fact.length > 1 ? fact[1] : ""));
    }
    String name = file.substring(0, file.length() - SUFFIX.length());
    return new ServiceFile(name, script, Map.copyOf(facts));
  }
}
