package io.drivetrain.registry.artifact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What attackers have sent to artifact servers: the CVEs of MLflow's family and their relatives.
 */
final class HostilePaths {
  private static final List<String> DECODED =
      List.of(
          "../secret.txt",
          "a/../../secret.txt",
          "a/..",
          "..",
          ".",
          "./a",
          "a/./b",
          "..\\secret.txt",
          "a\\..\\..\\secret.txt",
          "%2e%2e/secret.txt",
          "%2e%2e%2fsecret.txt",
          "a/%2E%2E%2F%2E%2E%2Fsecret.txt",
          "%252e%252e%252fsecret.txt",
          "%25252e%25252e%25252fsecret.txt",
          "..%5csecret.txt",
          "%c0%ae%c0%ae/../secret.txt",
          "/etc/passwd",
          "//etc/passwd",
          "a//b",
          "C:/Windows/win.ini",
          "C:\\Windows\\win.ini",
          "file:///etc/passwd",
          "file:/etc/passwd",
          "http:///#/../../etc/passwd",
          "http://host/#/../../etc/passwd",
          "mlflow-artifacts:/../x",
          "a\u0000b",
          "a\nb",
          "a\u007fb",
          "\u2025/secret.txt",
          "\uff0e\uff0e/secret.txt",
          ". ./../secret.txt",
          " .. /secret.txt",
          ".incoming/x",
          ".incoming",
          ".INCOMING/x",
          ".drivetrain-models",
          "x".repeat(256),
          "a/".repeat(1100) + "a");

  private HostilePaths() {}

  /** As they stand when HTTP has decoded them once. */
  static Stream<String> decoded() {
    return DECODED.stream();
  }

  /**
   * As they travel: the dots encoded too, so that nothing on the way tidies them up. A single dot
   * is tidied up all the same, and means the folder itself.
   */
  static Stream<String> encoded() {
    return DECODED.stream()
        .filter(path -> !path.equals("."))
        .map(path ->
            URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E"));
  }
}
