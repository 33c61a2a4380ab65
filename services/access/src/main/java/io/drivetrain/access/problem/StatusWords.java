package io.drivetrain.access.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a bare HTTP status means to the one who gets it. */
@ApplicationScoped
public class StatusWords {
  private final Optional<MemorySize> largestBody;

  StatusWords(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size")
          Optional<MemorySize> largestBody) {
    this.largestBody = largestBody;
  }

  /** Whether a body is larger than this server accepts. */
  public boolean isTooLarge(long bytes) {
    return largestBody.filter(limit -> bytes > limit.asLongValue()).isPresent();
  }

  /**
   * @param status 4xx
   */
  public Problem problem(int status, String path) {
    return Problem.of(RequestProblem.ofStatus(status), status, detail(status, path));
  }

  private String detail(int status, String path) {
    return switch (status) {
      case 404 -> "No endpoint at '" + path + "'.";
      case 405 -> "The endpoint '" + path + "' does not know this HTTP method.";
      case 406 -> "Accept the media type that the endpoint has, in most cases application/json.";
      case 413 -> tooLarge();
      case 415 -> "Send the body as application/json, and say so in Content-Type.";
      default -> "The request cannot be understood.";
    };
  }

  private String tooLarge() {
    return largestBody
        .map(limit ->
            "The body is larger than %d bytes, the most that this server accepts."
                .formatted(limit.asLongValue()))
        .orElse("The body is larger than this server accepts.");
  }
}
